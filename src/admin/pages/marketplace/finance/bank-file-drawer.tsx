import { useQueryClient } from "@tanstack/react-query"
import { z } from "zod"
import { TextField } from "../../../components/fields"
import { SaveDrawer } from "../../../components/save-drawer"
import { download } from "../../../lib/api/client"
import { useText } from "../../../lib/text"
import { currencyValue } from "./bank-line"

/** The payouts that a person makes at the bank, as a file that the bank reads. Taking it counts them as sent. */
export function BankFileDrawer({ onClose }: { onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const client = useQueryClient()

  return (
    <SaveDrawer
      title={t("finance.bank_file")}
      hint={t("finance.bank_file_hint")}
      verb={t("finance.take_file")}
      values={z.object({ currency_code: currencyValue(texts), batch: z.string().trim().max(100) })}
      first={{ currency_code: "", batch: "" }}
      save={async ({ currency_code, batch }) => {
        await download("POST /admin/payouts/bank-file", {
          body: { currency_code: currency_code.toLowerCase(), batch: batch || undefined },
        })
        await client.invalidateQueries({ queryKey: ["admin", "payouts"] })
      }}
      onClose={onClose}
    >
      <TextField name="currency_code" label={t("finance.currency")} maxLength={3} autoComplete="off" />
      <TextField name="batch" label={t("finance.batch")} hint={t("finance.batch_hint")} is_optional />
    </SaveDrawer>
  )
}
