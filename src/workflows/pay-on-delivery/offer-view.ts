import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notAllowed } from "../../lib/errors"
import { toMajorUnits } from "../../lib/money"
import { vendorView } from "../../lib/vendor-view"
import { isOffered, readDoorOffer } from "./read-eligibility"

/** What a buyer reads of a cart: whether it can be paid at the door, and which parts stand in the way. */
export async function doorOfferView(container: MedusaContainer, cartId: string) {
  const offer = await readDoorOffer(container, cartId)

  return {
    cart_id: offer.cart_id,
    currency_code: offer.currency_code,
    is_offered: isOffered(offer),
    vendors: offer.parts.map(({ vendor, amount_minor, why_prepay }) => ({
      vendor: vendorView(vendor),
      amount: Number(toMajorUnits(amount_minor, offer.currency_code)),
      is_eligible: why_prepay === null,
      /** Why this part has to be prepaid. */
      reason: why_prepay,
    })),
  }
}

/** @throws not allowed for a cart of which a part has to be prepaid, with the reasons */
export async function assertPayableOnDelivery(container: MedusaContainer, cartId: string): Promise<void> {
  const offer = await readDoorOffer(container, cartId)
  if (isOffered(offer)) {
    return
  }
  const reasons = offer.parts
    .filter(({ why_prepay }) => why_prepay !== null)
    .map(({ vendor, why_prepay }) => `${vendor.name} (${why_prepay})`)
  throw notAllowed(
    ErrorCode.PAY_ON_DELIVERY_REFUSED,
    `This cart cannot be paid on delivery. To be prepaid: ${reasons.join(", ") || "all of it"}.`
  )
}
