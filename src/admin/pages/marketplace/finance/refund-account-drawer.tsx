import { z } from "zod"
import { TextField } from "../../../components/fields"
import { SaveDrawer } from "../../../components/save-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { filledValue } from "./bank-line"
import { type GatewayRefund, isNotMade, REFUND_CHANGES } from "./records"

/** Where the buyer's money goes when the gateway cannot send it back the way it came. */
export function RefundAccountDrawer({ refund, onClose }: { refund: GatewayRefund; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const filled = filledValue(texts, 200)
  const enter = useAction("POST /admin/refunds/:id/account", REFUND_CHANGES)

  return (
    <SaveDrawer
      title={t("finance.enter_account")}
      hint={t(isNotMade(refund) ? "finance.enter_account_failed_hint" : "finance.enter_account_hint")}
      values={z.object({ account_name: filled, account_number: filled, bank_code: filled })}
      first={{ account_name: "", account_number: "", bank_code: "" }}
      save={(body) => enter.mutateAsync({ params: { id: refund.id }, body })}
      onClose={onClose}
    >
      <TextField name="account_name" label={t("finance.account_name")} autoComplete="off" />
      <TextField
        name="account_number"
        label={t("finance.account_number")}
        inputMode="numeric"
        autoComplete="off"
      />
      <TextField name="bank_code" label={t("finance.bank_code")} autoComplete="off" />
    </SaveDrawer>
  )
}
