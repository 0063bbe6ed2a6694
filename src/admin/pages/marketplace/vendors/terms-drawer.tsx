import { zodResolver } from "@hookform/resolvers/zod"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { AreaField, ChoiceField, SwitchField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import type { Answer } from "../../../lib/api/client"
import { useAction } from "../../../lib/api/hooks"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"

type Terms = Answer<"GET /admin/payouts/terms/:vendor_id">["payout_terms"]

const SCHEDULES = ["daily", "weekly", "monthly", "on_request"] as const
const RISKS = ["standard", "elevated", "high"] as const

/** A select cannot hold nothing. */
const OF_PLATFORM = "platform"

const Values = z.object({
  schedule: z.enum([...SCHEDULES, OF_PLATFORM]),
  risk_level: z.enum(RISKS),
  stopped_reason: z.string().trim().max(1000),
  is_cash_stopped: z.boolean(),
})

export function TermsDrawer({ terms, onClose }: { terms: Terms; onClose: () => void }) {
  const { t, named } = useText()
  const form = useForm({
    resolver: zodResolver(Values),
    defaultValues: {
      schedule: terms.schedule ?? (OF_PLATFORM as z.infer<typeof Values>["schedule"]),
      risk_level: terms.risk_level,
      stopped_reason: terms.stopped_reason ?? "",
      is_cash_stopped: terms.is_cash_stopped,
    },
  })
  const change = useAction("POST /admin/payouts/terms/:vendor_id", ["/admin/payouts"])
  const saving = useSaving(form, {
    save: ({ schedule, stopped_reason, ...rest }) =>
      change.mutateAsync({
        params: { vendor_id: terms.vendor_id },
        body: {
          ...rest,
          schedule: schedule === OF_PLATFORM ? null : schedule,
          stopped_reason: stopped_reason || null,
        },
      }),
    onSaved: onClose,
  })

  return (
    <FormDrawer title={t("shops.terms")} is_open onClose={onClose} form={form} saving={saving}>
      <ChoiceField
        name="schedule"
        label={t("shops.schedule")}
        choices={[
          { value: OF_PLATFORM, label: t("shops.schedule_of_platform") },
          ...SCHEDULES.map((value) => ({ value, label: named("shops.schedule_names", value) })),
        ]}
      />
      <ChoiceField
        name="risk_level"
        label={t("shops.risk")}
        hint={t("shops.risk_hint")}
        choices={RISKS.map((value) => ({ value, label: named("shops.risk_names", value) }))}
      />
      <AreaField
        name="stopped_reason"
        label={t("shops.stop_reason")}
        hint={t("shops.stop_reason_hint")}
        is_optional
      />
      <SwitchField name="is_cash_stopped" label={t("shops.stop_cash")} hint={t("shops.stop_cash_hint")} />
    </FormDrawer>
  )
}
