import { RefundPartDrawer } from "../../../components/refund/refund-part-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { CHANGES, type Part } from "./part"

export function RefundDrawer({ part, onClose }: { part: Part; onClose: () => void }) {
  const { t, format } = useText()
  const refund = useAction("POST /admin/vendor-orders/:id/refund", CHANGES)
  const { id, display_number, currency_code, share } = part

  return (
    <RefundPartDrawer
      title={t("vendor_orders.refund_title", { number: `#${display_number}` })}
      hint={t("vendor_orders.refund_hint", { left: format.money(share.left_total, currency_code) })}
      refundable={part}
      note={{ hint: t("vendor_orders.note_hint"), is_needed: true }}
      refund={(body) => refund.mutateAsync({ params: { id }, body })}
      onClose={onClose}
    />
  )
}
