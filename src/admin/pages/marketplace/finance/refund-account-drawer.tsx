import { zodResolver } from "@hookform/resolvers/zod"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { TextField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useSaving } from "../../../lib/saving"
import { type Texts, useText } from "../../../lib/text"
import { type GatewayRefund, REFUND_CHANGES } from "./records"

const valuesOf = ({ t }: Texts) => {
  const filled = z
    .string()
    .trim()
    .min(1, t("forms.too_short", { count: 1 }))
    .max(200)

  return z.object({ account_name: filled, account_number: filled, bank_code: filled })
}

/** Where the buyer's money goes when the gateway cannot send it back the way it came. */
export function RefundAccountDrawer({ refund, onClose }: { refund: GatewayRefund; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const form = useForm({
    resolver: zodResolver(valuesOf(texts)),
    defaultValues: { account_name: "", account_number: "", bank_code: "" },
  })
  const enter = useAction("POST /admin/refunds/:id/account", REFUND_CHANGES)
  const saving = useSaving(form, {
    save: (body) => enter.mutateAsync({ params: { id: refund.id }, body }),
    onSaved: onClose,
  })

  return (
    <FormDrawer title={t("finance.enter_account")} is_open onClose={onClose} form={form} saving={saving}>
      <TextField name="account_name" label={t("finance.account_name")} autoComplete="off" />
      <TextField
        name="account_number"
        label={t("finance.account_number")}
        inputMode="numeric"
        autoComplete="off"
      />
      <TextField name="bank_code" label={t("finance.bank_code")} autoComplete="off" />
    </FormDrawer>
  )
}
