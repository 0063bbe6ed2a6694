import { z } from "zod"
import { AmountRows } from "../../../components/amount-rows"
import { AreaField, ChoiceField, SwitchField } from "../../../components/fields"
import { SaveDrawer } from "../../../components/save-drawer"
import { useAction } from "../../../lib/api/hooks"
import { type Texts, useText } from "../../../lib/text"
import { amountValue, currencyValue } from "../finance/bank-line"
import type { Terms } from "./shop"

const SCHEDULES = ["daily", "weekly", "monthly", "on_request"] as const
const RISKS = ["standard", "elevated", "high"] as const

/** A select cannot hold nothing. */
const OF_PLATFORM = "platform"

const valuesOf = (texts: Texts) =>
  z.object({
    schedule: z.enum([...SCHEDULES, OF_PLATFORM]),
    risk_level: z.enum(RISKS),
    stopped_reason: z.string().trim().max(1000),
    is_cash_stopped: z.boolean(),
    split_deposits: z
      .custom<{ currency_code: string; amount: string }[]>()
      .refine(
        (rows) =>
          z
            .array(z.object({ currency_code: currencyValue(texts), amount: amountValue(texts) }))
            .safeParse(rows).success,
        texts.t("inputs.bad_amounts")
      ),
  })

export function TermsDrawer({ terms, onClose }: { terms: Terms; onClose: () => void }) {
  const texts = useText()
  const { t, named } = texts
  const change = useAction("POST /admin/payouts/terms/:vendor_id", ["/admin/payouts"])

  return (
    <SaveDrawer
      title={t("shops.terms")}
      hint={t("shops.terms_hint")}
      values={valuesOf(texts)}
      first={{
        schedule: terms.schedule ?? OF_PLATFORM,
        risk_level: terms.risk_level,
        stopped_reason: terms.stopped_reason ?? "",
        is_cash_stopped: terms.is_cash_stopped,
        split_deposits: terms.split_deposits.map(({ currency_code, amount }) => ({
          currency_code: currency_code.toUpperCase(),
          amount,
        })),
      }}
      save={({ schedule, stopped_reason, ...rest }) =>
        change.mutateAsync({
          params: { vendor_id: terms.vendor_id },
          body: {
            ...rest,
            schedule: schedule === OF_PLATFORM ? null : schedule,
            stopped_reason: stopped_reason || null,
          },
        })
      }
      onClose={onClose}
    >
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
      <AmountRows name="split_deposits" label={t("deposits.needed_label")} hint={t("deposits.needed_hint")} />
    </SaveDrawer>
  )
}
