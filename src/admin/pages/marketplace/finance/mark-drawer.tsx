import { zodResolver } from "@hookform/resolvers/zod"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { AreaField, ChoiceField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"
import type { Payout } from "./records"

const Values = z.object({
  outcome: z.enum(["paid", "failed", "returned"]),
  reason: z.string().trim().max(500),
})

/** What is paid can only come back. */
const outcomesOf = ({ state }: Payout) =>
  state === "paid" ? (["returned"] as const) : (["paid", "failed"] as const)

export function MarkDrawer({ payout, onClose }: { payout: Payout; onClose: () => void }) {
  const { t } = useText()
  const outcomes = outcomesOf(payout)
  const form = useForm({
    resolver: zodResolver(Values),
    defaultValues: { outcome: outcomes[0] as z.infer<typeof Values>["outcome"], reason: "" },
  })
  const mark = useAction("POST /admin/payouts/:id/mark", ["/admin/payouts"])
  const saving = useSaving(form, {
    save: ({ outcome, reason }) =>
      mark.mutateAsync({ params: { id: payout.id }, body: { outcome, reason: reason || null } }),
    onSaved: onClose,
  })

  return (
    <FormDrawer
      title={t("finance.mark_title")}
      hint={t("finance.mark_hint")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
    >
      <ChoiceField
        name="outcome"
        label={t("finance.outcome")}
        choices={outcomes.map((value) => ({ value, label: t(`finance.outcomes.${value}`) }))}
      />
      <AreaField name="reason" label={t("finance.note")} is_optional />
    </FormDrawer>
  )
}
