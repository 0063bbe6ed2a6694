import { useForm } from "react-hook-form"
import { z } from "zod"
import { AmountField, AreaField, ChoiceField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { type Texts, useText } from "../../../lib/text"
import { CHANGES, type Dispute } from "./dispute"

const valuesOf = ({ t }: Texts) =>
  z.object({
    for: z.enum(["buyer", "shop"]),
    reason: z
      .string()
      .trim()
      .min(1, t("forms.too_short", { count: 1 }))
      .max(1000, t("forms.too_long", { count: 1000 })),
    amount: z
      .string()
      .trim()
      .regex(/^(\d{1,12}(\.\d{1,4})?)?$/, t("forms.amount")),
  })

export function RulingDrawer({ dispute, onClose }: { dispute: Dispute; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const form = useForm({
    resolver: useResolver(valuesOf(texts)),
    defaultValues: { for: "buyer" as "buyer" | "shop", reason: "", amount: "" },
  })
  // A bank knows nothing of a part: an amount is for buyers' cases.
  const has_amount = form.watch("for") === "buyer" && dispute.kind === "buyer"
  const rule = useAction("POST /admin/disputes/:id/ruling", CHANGES)
  const saving = useSaving(form, {
    save: ({ amount, ...body }) =>
      rule.mutateAsync({
        params: { id: dispute.id },
        body: { ...body, ...(has_amount && amount && { amount }) },
      }),
    onSaved: onClose,
  })

  return (
    <FormDrawer
      title={t("cases.ruling_title")}
      hint={t("cases.ruling_hint")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
      verb={t("cases.ruling")}
      is_dangerous
    >
      <ChoiceField
        name="for"
        label={t("cases.ruling_for")}
        choices={(["buyer", "shop"] as const).map((value) => ({
          value,
          label: t(`cases.ruled_for.${value}`),
        }))}
      />
      {has_amount && (
        <AmountField
          name="amount"
          label={t("cases.ruling_amount")}
          hint={t("cases.ruling_amount_hint")}
          currency_code={dispute.currency_code}
          is_optional
        />
      )}
      <AreaField name="reason" label={t("forms.reason")} rows={4} />
    </FormDrawer>
  )
}
