import { ownKeyRing } from "../../lib/own-key-ring"
import { deliveryCode, hasDeliveryCode } from "../../modules/vendor-order/domain/delivery-code"
import type { StoreVendorOrder } from "./list-store-vendor-orders"

/** One for each key of the ring: a code that a buyer has noted stays right while keys are changed. */
export const codeDigests = (vendorOrderId: string): Buffer[] =>
  ownKeyRing().digests("delivery code", vendorOrderId)

/** A vendor order with the code that its buyer tells at the door; for the buyer's eyes alone. */
export function withDeliveryCode(
  part: StoreVendorOrder
): StoreVendorOrder & { delivery_code: string | null } {
  const [digest] = codeDigests(part.id)

  return { ...part, delivery_code: digest && hasDeliveryCode(part.status) ? deliveryCode(digest) : null }
}
