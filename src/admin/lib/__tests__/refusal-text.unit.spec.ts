import { ErrorCode } from "../../../lib/errors"
import { en } from "../../texts/en"
import { fr } from "../../texts/fr"
import { ApiError } from "../api/api-error"
import { sentenceOf, valueSentence } from "../refusal-text"

/** What only shoppers, gateways and those who sign up at the store are refused with. */
const NOT_OF_THE_DASHBOARD: string[] = [
  ErrorCode.AUTH_ACTOR_UNKNOWN,
  ErrorCode.CART_COMPLETED,
  ErrorCode.CART_EMAIL_MISSING,
  ErrorCode.CART_EMPTY,
  ErrorCode.CART_NOT_FOUND,
  ErrorCode.CHECKOUT_IN_PROGRESS,
  ErrorCode.DELIVERY_PROMOTIONS_CONFLICT,
  ErrorCode.EMAIL_NOT_OWN,
  ErrorCode.INSUFFICIENT_INVENTORY,
  ErrorCode.ITEM_UNAVAILABLE,
  ErrorCode.PAYMENT_AMOUNT_CHANGED,
  ErrorCode.PAYMENT_COLLECTION_NOT_FOUND,
  ErrorCode.PAYMENT_MISMATCH,
  ErrorCode.PAYMENT_NOT_PAID,
  ErrorCode.PAYMENT_SESSION_MISSING,
  ErrorCode.PAY_ON_DELIVERY_REFUSED,
  ErrorCode.SHIPPING_METHOD_MISSING,
  ErrorCode.VENDOR_UNAVAILABLE,
  ErrorCode.WEBHOOK_SIGNATURE_INVALID,
]

const inTexts = ({ errors, refusals }: { errors: object; refusals?: object }) => ({
  t: (key: string) => key,
  named: (prefix: string, name: string) => {
    const texts: Record<string, object | undefined> = { errors, refusals, refused_values: fr.refused_values }

    return (texts[prefix] as Record<string, string>)?.[name] ?? name.replaceAll("_", " ")
  },
})
const refused = (code: string, reason?: string) =>
  new ApiError(code, "In the server's words.", 400, [], reason)

describe("a refusal", () => {
  it.each(Object.values(ErrorCode).filter((code) => !NOT_OF_THE_DASHBOARD.includes(code)))(
    "%s is said in French",
    (code) => {
      expect(sentenceOf(refused(code), inTexts(fr))).not.toBe("In the server's words.")
    }
  )

  it.each(Object.keys(en.shop_money.obstacles))("of a payout says that it is %s", (obstacle) => {
    const sentence = sentenceOf(refused(ErrorCode.PAYOUT_REFUSED, obstacle), inTexts(fr))

    expect(sentence).not.toBe(fr.refusals.payout_refused)
    expect(sentence).not.toBe("In the server's words.")
  })

  it("is in the server's words where those are the reader's, too", () => {
    expect(sentenceOf(refused(ErrorCode.PAYOUT_REFUSED, "stopped"), inTexts(en))).toBe(
      "In the server's words."
    )
  })

  it("of one value is never in English beside French", () => {
    expect(valueSentence("must be six digits", inTexts(fr))).toBe("Six chiffres.")
    expect(valueSentence("must be odd", inTexts(fr))).toBe(fr.refused_values.other)
    expect(valueSentence("must be odd", { named: (_, name) => name.replaceAll("_", " ") })).toBe(
      "must be odd"
    )
  })

  it("is translated by names that exist", () => {
    const core = ["not_found", "unknown_error"]
    const payout = Object.keys(en.shop_money.obstacles).map((obstacle) => `payout_refused_${obstacle}`)
    const known = new Set<string>([...Object.values(ErrorCode), ...core, ...payout])

    expect(Object.keys(fr.refusals).filter((name) => !known.has(name))).toEqual([])
  })
})
