import { deliveryCode } from "../../src/modules/vendor-order/domain/delivery-code"
import { codeDigests } from "../../src/workflows/vendor-order/delivery-code"

/** As it would stand in an answer; bare, six digits are part of many a number. */
export const deliveryCodesOf = (vendorOrderIds: string[]): string[] =>
  vendorOrderIds.flatMap(codeDigests).map((digest) => `"${deliveryCode(digest)}"`)

/** Whether an answer that names vendor orders says with which code one of them is handed over. */
export function showsDeliveryCode(text: string): boolean {
  const ids = [...new Set(text.match(/vord_[0-9A-Z]{26}/g) ?? [])]

  return text.includes(`"delivery_code":`) || deliveryCodesOf(ids).some((code) => text.includes(code))
}
