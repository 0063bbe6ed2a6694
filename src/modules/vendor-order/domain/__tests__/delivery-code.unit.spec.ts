import { createHmac } from "node:crypto"
import fc from "fast-check"
import { deliveryCode, hasDeliveryCode, isDeliveryCode } from "../delivery-code"
import { VENDOR_ORDER_STATUSES } from "../status"

const digest = (text: string) => createHmac("sha256", "a key of a test").update(text).digest()

describe("deliveryCode", () => {
  it("is six digits, also where the number is small, and the same each time", () => {
    expect(deliveryCode(Buffer.from([0, 0, 0, 0, 0, 7, 255]))).toBe("000007")
    expect(deliveryCode(Buffer.from([0, 0, 0, 0x0f, 0x42, 0x40]))).toBe("000000")
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(deliveryCode(digest(text))).toMatch(/^\d{6}$/)
        expect(deliveryCode(digest(text))).toBe(deliveryCode(digest(text)))
      })
    )
  })
})

describe("isDeliveryCode", () => {
  it("takes the code of any key in use, and nothing else, whatever its length", () => {
    const digests = [digest("new"), digest("old")]
    const codes = digests.map(deliveryCode)

    expect(codes.map((code) => isDeliveryCode(code, digests))).toEqual([true, true])
    expect(isDeliveryCode(codes[0]!, [digest("another")])).toBe(false)
    fc.assert(
      fc.property(fc.string(), (given) => {
        fc.pre(!codes.includes(given))
        expect(isDeliveryCode(given, digests)).toBe(false)
      })
    )
  })
})

it("there is a code while something is to be handed over", () => {
  expect(VENDOR_ORDER_STATUSES.filter(hasDeliveryCode)).toEqual(["pending", "confirmed", "shipped"])
})
