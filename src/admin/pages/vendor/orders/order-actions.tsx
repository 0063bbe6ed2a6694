import { Button } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../../components/action-button"
import { PrintButton } from "../../../components/print-button"
import { useAction } from "../../../lib/api/hooks"
import { useMayInShop } from "../../../lib/me"
import { useIdempotencyKey } from "../../../lib/saving"
import { useText } from "../../../lib/text"
import { CancelDrawer } from "./cancel-drawer"
import { CHANGES, isOpen, isRefundable, type Order, openLines } from "./order"
import { PackDrawer } from "./pack-drawer"
import { RefundDrawer } from "./refund-drawer"
import { RefuseDrawer } from "./refuse-drawer"

type Open = "pack" | "cancel" | "refund" | "refuse"

const DRAWERS = { pack: PackDrawer, cancel: CancelDrawer, refund: RefundDrawer, refuse: RefuseDrawer }

/** What can be done now, as the order stands and as the role allows; the next step first in the row's end. */
export function OrderActions({ order }: { order: Order }) {
  const { t } = useText()
  const may = useMayInShop()
  const [open, setOpen] = useState<Open | null>(null)
  const Drawer = open && DRAWERS[open]
  const actions: [Open, boolean][] = [
    ["cancel", may("orders:cancel") && isOpen(order) && !order.fulfilments.some(isUnderWay)],
    ["refund", may("refunds:create") && isRefundable(order)],
    [
      "refuse",
      may("orders:fulfil") && order.collection?.state === "due" && MAY_BE_REFUSED.includes(order.status),
    ],
    [
      "pack",
      may("orders:fulfil") && isOpen(order) && order.status !== "pending" && openLines(order).length > 0,
    ],
  ]

  return (
    <>
      {order.status !== "canceled" && (
        <PrintButton route="GET /vendor/orders/:id/packing-slip" input={{ params: { id: order.id } }}>
          {t("orders.packing_slip")}
        </PrintButton>
      )}
      {actions
        .filter(([, is_possible]) => is_possible)
        .map(([name]) => (
          <Button
            key={name}
            size="small"
            variant={name === "pack" ? "primary" : "secondary"}
            onClick={() => setOpen(name)}
          >
            {t(`orders.${name}`)}
          </Button>
        ))}
      {may("orders:fulfil") && <NextStep order={order} />}
      {Drawer && <Drawer order={order} onClose={() => setOpen(null)} />}
    </>
  )
}

/** All of what came back may be unpaid, too. */
const MAY_BE_REFUSED: Order["status"][] = ["shipped", "returned"]

/** What was paid at the door is often told later than that it was delivered, or that some of it came back. */
const MAY_BE_COLLECTED: Order["status"][] = ["delivered", "partly_returned", "returned"]

const isUnderWay = ({ status }: Order["fulfilments"][number]) =>
  status === "shipped" || status === "delivered"

function NextStep({ order }: { order: Order }) {
  const { t, format } = useText()
  const keyOf = useIdempotencyKey()
  const confirm = useAction("POST /vendor/orders/:id/confirm", CHANGES)
  const collect = useAction("POST /vendor/orders/:id/collect", CHANGES)
  const params = { id: order.id }
  const due =
    order.collection?.state === "due" && MAY_BE_COLLECTED.includes(order.status)
      ? order.collection.amount
      : null

  return (
    <>
      {due && (
        <ActionButton
          variant="primary"
          run={() => collect.mutateAsync({ params, body: { amount: due, idempotency_key: keyOf(due) } })}
          confirm={{
            title: t("orders.collect"),
            hint: t("orders.collected_hint", { amount: format.money(due, order.currency_code) }),
          }}
        >
          {t("orders.collect")}
        </ActionButton>
      )}
      {order.status === "pending" && (
        <ActionButton
          variant="primary"
          run={() => confirm.mutateAsync({ params })}
          done={t("orders.confirmed")}
        >
          {t("orders.confirm")}
        </ActionButton>
      )}
    </>
  )
}
