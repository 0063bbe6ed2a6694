import { useForm } from "react-hook-form"
import { z } from "zod"
import { useAction } from "../lib/api/hooks"
import { useResolver } from "../lib/resolver"
import { useSaving } from "../lib/saving"
import { useText } from "../lib/text"
import { ChoiceField, TextField } from "./fields"
import { FormDrawer } from "./form-drawer"

const CURRENCIES = ["ngn", "ghs", "kes", "zar", "xof", "usd"]

const Values = z.object({
  kind: z.enum(["bank", "mobile_money"]),
  currency_code: z.string().min(1),
  bank_code: z.string().trim().min(1),
  account_number: z.string().trim().min(1),
  account_name: z.string().trim().min(1),
})

type Props = { is_change: boolean; onClose: () => void }

/** Where a shop's earnings go. The number is typed anew each time: the server shows only its end. */
export function BankDrawer({ is_change, onClose }: Props) {
  const { t } = useText()
  const form = useForm({
    resolver: useResolver(Values),
    defaultValues: {
      kind: "bank" as const,
      currency_code: "ngn",
      bank_code: "",
      account_number: "",
      account_name: "",
    },
  })
  const set = useAction("POST /vendor/bank-account", ["/vendor"])
  const saving = useSaving(form, { save: (body) => set.mutateAsync({ body }), onSaved: onClose })
  const isBank = form.watch("kind") === "bank"

  return (
    <FormDrawer
      title={t(is_change ? "bank.change" : "bank.add")}
      hint={t(is_change ? "bank.change_hint" : "bank.add_hint")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
    >
      <ChoiceField
        name="kind"
        label={t("bank.kind")}
        choices={[
          { value: "bank", label: t("bank.kinds.bank") },
          { value: "mobile_money", label: t("bank.kinds.mobile_money") },
        ]}
      />
      <ChoiceField
        name="currency_code"
        label={t("bank.currency")}
        choices={CURRENCIES.map((value) => ({ value, label: value.toUpperCase() }))}
      />
      <TextField
        name="bank_code"
        label={t(isBank ? "bank.bank_code" : "bank.operator_code")}
        hint={t(isBank ? "bank.bank_code_hint" : "bank.operator_code_hint")}
      />
      <TextField
        name="account_number"
        label={t(isBank ? "bank.number" : "bank.wallet")}
        inputMode="numeric"
        autoComplete="off"
      />
      <TextField name="account_name" label={t("bank.name")} hint={t("bank.name_hint")} />
    </FormDrawer>
  )
}
