import { useForm } from "react-hook-form"
import { z } from "zod"
import type { Answer } from "../lib/api/client"
import { useAction, useAnswer } from "../lib/api/hooks"
import { bankCurrencies, firstCurrency } from "../lib/bank-currencies"
import { useResolver } from "../lib/resolver"
import { useSaving } from "../lib/saving"
import { useText } from "../lib/text"
import { ChoiceField, TextField } from "./fields"
import { FormDrawer } from "./form-drawer"
import { Loaded } from "./loaded"

const Values = z.object({
  kind: z.enum(["bank", "mobile_money"]),
  currency_code: z.string().min(1),
  bank_code: z.string().trim().min(1),
  account_number: z.string().trim().min(1),
  account_name: z.string().trim().min(1),
})

type Account = Answer<"GET /vendor/bank-account">["bank_account"]

type Props = { account: Account; onClose: () => void }

/** Where a shop's earnings go. The number is typed anew each time: the server shows only its end. */
export function BankDrawer(props: Props) {
  const query = useAnswer("GET /vendor/currencies", {})

  return (
    <Loaded query={query} rows={1}>
      {({ currencies }) => <OpenDrawer {...props} sold={currencies} />}
    </Loaded>
  )
}

function OpenDrawer({ account, sold, onClose }: Props & { sold: string[] }) {
  const { t } = useText()
  const currencies = bankCurrencies(sold, account?.currency_code)
  const form = useForm({
    resolver: useResolver(Values),
    defaultValues: {
      kind: "bank" as const,
      currency_code: firstCurrency(currencies, account?.currency_code),
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
      title={t(account ? "bank.change" : "bank.add")}
      hint={t(account ? "bank.change_hint" : "bank.add_hint")}
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
        choices={currencies.map((value) => ({ value, label: value.toUpperCase() }))}
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
