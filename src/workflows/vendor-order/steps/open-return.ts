import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import { ACCESS_MODULE } from "../../../modules/access"
import type AccessModuleService from "../../../modules/access/service"
import { VENDOR_ORDER_MODULE } from "../../../modules/vendor-order"
import { COUNTED_STAGES, refundedQuantity } from "../../../modules/vendor-order/domain/refund-request"
import { decideReturn, type ReturnReason } from "../../../modules/vendor-order/domain/return"
import type VendorOrderModuleService from "../../../modules/vendor-order/service"
import { type LoadedVendorOrder, loadVendorOrder } from "../load-vendor-order"

export type OpenReturnWish = {
  order_id: string
  /** The order's items. */
  items: { id: string; quantity: number }[]
  reason: ReturnReason
  note?: string
}

/**
 * The buyer asks to send goods of one shop back. Medusa's return comes first: if the server dies in between, it stands there
 * without a state of ours, for the shop to see, and no money is anywhere but where it was.
 */
export const openReturnStep = createStep("open-return", async (input: OpenReturnWish, { container }) => {
  const loaded = await loadVendorOrder(container, await partOf(container, input))
  const verdict = decideReturn(input.items, await factsOf(container, loaded))
  if (!verdict.is_allowed) {
    throw notAllowed(CODES[verdict.code], verdict.why)
  }
  const { service, vendor_order, lines } = loaded
  const orders = container.resolve(Modules.ORDER)
  const made = await orders.createReturn({ order_id: input.order_id, items: input.items })
  try {
    await service.openReturn({
      return_id: made.id,
      vendor_order_id: vendor_order.id,
      order_id: input.order_id,
      vendor_id: vendor_order.vendor_id,
      reason_code: input.reason,
      note: input.note ?? null,
      items: input.items.map(({ id, quantity }) => {
        const line = lines.find(({ source_id }) => source_id === id)
        return { id, line_id: line?.id ?? "", title: line?.title ?? "", quantity }
      }),
    })
  } catch (error) {
    await orders.cancelReturn({ return_id: made.id, order_id: input.order_id } as never)
    throw error
  }

  return new StepResponse({ return_id: made.id })
})

const CODES = {
  refused: ErrorCode.RETURN_REFUSED,
  line: ErrorCode.VENDOR_ORDER_LINE_NOT_FOUND,
  quantity: ErrorCode.VENDOR_ORDER_QUANTITY_REFUSED,
} as const

/** The one shop's part that all the items are in. @throws not allowed when they are in none, or in several */
async function partOf(container: MedusaContainer, { order_id, items }: OpenReturnWish) {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const parts = await service.listVendorOrders({ order_id }, { select: ["id", "vendor_id"] })
  const lines = parts.length
    ? await service.listVendorOrderLines({
        vendor_order_id: parts.map(({ id }) => id),
        source_id: items.map(({ id }) => id),
        kind: "item",
      })
    : []
  const own = parts.filter(({ id }) => lines.some(({ vendor_order_id }) => vendor_order_id === id))
  const [part] = own
  if (!part || own.length > 1 || lines.length !== items.length) {
    throw notAllowed(
      ErrorCode.VENDOR_ORDER_LINE_NOT_FOUND,
      "Name items of this order that one shop has sold: each shop takes its own back."
    )
  }

  return { vendor_id: part.vendor_id, vendor_order_id: part.id }
}

async function factsOf(container: MedusaContainer, { service, vendor_order, lines }: LoadedVendorOrder) {
  const [transitions, requests, settings] = await Promise.all([
    service.listVendorOrderTransitions({ vendor_order_id: vendor_order.id, to_status: "delivered" }),
    service.refundRequestsOf(vendor_order.order_id),
    container.resolve<AccessModuleService>(ACCESS_MODULE).readSettings(),
  ])
  const refunds = requests.filter(
    ({ stage, idempotency_key }) => COUNTED_STAGES.includes(stage) && !isOfReturn(idempotency_key)
  )
  const [delivered] = transitions

  return {
    lines: lines.map((line) => ({
      id: line.id,
      kind: line.kind,
      source_id: line.source_id,
      delivered: line.delivered_quantity,
      returning: line.return_requested_quantity + line.returned_quantity,
      refunded: refundedQuantity(line.id, refunds),
    })),
    delivered_at: delivered ? new Date(delivered.created_at) : null,
    window_days: settings.return_window_days,
    now: new Date(),
  }
}

const isOfReturn = (key: string) => key.startsWith("return:")
