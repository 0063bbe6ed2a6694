import { RefundPartDrawer } from "../../../components/refund/refund-part-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { CHANGES, type Order } from "./order"

export function RefundDrawer({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t, format } = useText()
  const refund = useAction("POST /vendor/orders/:id/refund", CHANGES)
  const left = format.money(order.refundable_amount, order.currency_code)

  return (
    <RefundPartDrawer
      title={t("orders.refund_title", { number: order.display_number })}
      hint={t("orders.refund_hint", { left })}
      refundable={order}
      note={{ is_needed: false }}
      refund={({ note, ...body }) =>
        refund.mutateAsync({ params: { id: order.id }, body: { ...body, note: note || undefined } })
      }
      onClose={onClose}
    />
  )
}
