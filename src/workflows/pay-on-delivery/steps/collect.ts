import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, invalidData, notAllowed } from "../../../lib/errors"
import { minorUnitsOf, toMajorUnits } from "../../../lib/money"
import type { Collection } from "../../../modules/vendor-order/collection-types"
import { type CollectRefusal, whyNotCollect } from "../../../modules/vendor-order/domain/pay-on-delivery"
import { loadVendorOrder, type VendorOrderRef } from "../../vendor-order/load-vendor-order"
import { assertServable } from "../../vendor-order/read-order-state"
import { collectionOf } from "../close-uncollected"
import { collectedBooks } from "../collection-books"

export type CollectInput = VendorOrderRef & {
  /** In major units, as the caller has counted it. */
  amount: string
  held_by: "vendor" | "platform"
  idempotency_key: string
}

/** Notes what was paid at the door and books it, once. Money that was taken is not untaken: there is nothing to undo. */
export const collectStep = createStep("collect-at-the-door", async (input: CollectInput, { container }) => {
  const { service, vendor_order, order } = await loadVendorOrder(container, input)
  const asked_minor = minorUnitsOf(input.amount, vendor_order.currency_code)
  if (asked_minor === null) {
    throw invalidData(
      ErrorCode.COLLECTION_AMOUNT_DIFFERS,
      `${input.amount} cannot be paid in ${vendor_order.currency_code.toUpperCase()}.`
    )
  }
  const known = await collectionOf(container, vendor_order)
  if (isSame(known, { ...input, asked_minor })) {
    return new StepResponse(null)
  }
  assertServable(order, vendor_order)
  const cancellations = await service.cancellationsOf(vendor_order.order_id)
  const why = whyNotCollect({
    state: known?.state ?? null,
    status: vendor_order.status,
    due_minor: known?.amount_minor ?? 0n,
    asked_minor,
    is_canceled: cancellations.some(({ vendor_order_id }) => vendor_order_id === vendor_order.id),
  })
  if (why) {
    throw refusal(why, known)
  }
  const is_collected = await service.collect(
    { ...input, amount_minor: asked_minor },
    collectedBooks(container)
  )
  if (!is_collected && !isSame(await collectionOf(container, vendor_order), { ...input, asked_minor })) {
    throw refusal("not_due", known)
  }

  return new StepResponse(null)
})

const isSame = (
  known: Collection | null,
  { idempotency_key, asked_minor }: { idempotency_key: string; asked_minor: bigint }
) =>
  known?.state === "collected" &&
  known.idempotency_key === idempotency_key &&
  known.amount_minor === asked_minor

function refusal(why: CollectRefusal, known: Collection | null) {
  switch (why) {
    case "not_due":
      return notAllowed(
        ErrorCode.COLLECTION_NOT_DUE,
        known ? `This order is ${known.state} already.` : "This order is not paid on delivery."
      )
    case "not_sent":
      return notAllowed(
        ErrorCode.COLLECTION_REFUSED,
        "Nothing is collected for an order of which something has not been sent."
      )
    case "amount_differs":
      return notAllowed(
        ErrorCode.COLLECTION_AMOUNT_DIFFERS,
        `Exactly ${known ? toMajorUnits(known.amount_minor, known.currency_code) : 0} is due: nothing else can be collected.`
      )
    default:
      return why satisfies never
  }
}
