import { ErrorCode, notFound } from "../../lib/errors"
import type { SoldLine } from "../../modules/vendor-order/types"
import type { Fulfilment, OrderState } from "./read-order-state"

/** Fulfilments that hold something of the shop. */
export function fulfilmentsOf(order: OrderState, lines: SoldLine[]): Fulfilment[] {
  const own = new Set(lines.map(({ source_id }) => source_id))

  return order.fulfillments.filter(({ items }) => items.some(({ line_item_id }) => own.has(line_item_id)))
}

/** A fulfilment that holds the shop's goods and nobody else's. @throws not found */
export function ownFulfilment(order: OrderState, lines: SoldLine[], id: string): Fulfilment {
  const own = new Set(lines.map(({ source_id }) => source_id))
  const found = fulfilmentsOf(order, lines).find((fulfilment) => fulfilment.id === id)
  if (!found?.items.every(({ line_item_id }) => own.has(line_item_id))) {
    throw notFound(ErrorCode.VENDOR_ORDER_FULFILMENT_NOT_FOUND, `Fulfilment ${id} was not found.`)
  }

  return found
}
