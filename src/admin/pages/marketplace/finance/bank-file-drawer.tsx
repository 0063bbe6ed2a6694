import { zodResolver } from "@hookform/resolvers/zod"
import { useQueryClient } from "@tanstack/react-query"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { TextField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { download } from "../../../lib/api/client"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"

const Values = z.object({
  currency_code: z
    .string()
    .trim()
    .regex(/^[a-z]{3}$/i, "NGN, KES, XOF…"),
  batch: z.string().trim().max(100),
})

/** The payouts that a person makes at the bank, as a file that the bank reads. Taking it counts them as sent. */
export function BankFileDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const client = useQueryClient()
  const form = useForm({ resolver: zodResolver(Values), defaultValues: { currency_code: "", batch: "" } })
  const saving = useSaving(form, {
    save: async ({ currency_code, batch }) => {
      await download("POST /admin/payouts/bank-file", {
        body: { currency_code: currency_code.toLowerCase(), batch: batch || undefined },
      })
      await client.invalidateQueries({ queryKey: ["admin", "payouts"] })
    },
    onSaved: onClose,
  })

  return (
    <FormDrawer
      title={t("finance.bank_file")}
      hint={t("finance.bank_file_hint")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
      verb={t("finance.take_file")}
    >
      <TextField name="currency_code" label={t("finance.currency")} maxLength={3} autoComplete="off" />
      <TextField name="batch" label={t("finance.batch")} hint={t("finance.batch_hint")} is_optional />
    </FormDrawer>
  )
}
