import { MedusaError } from "@medusajs/framework/utils"
import { ErrorCode, notAllowed, paymentRefused } from "../../../lib/errors"
import { checkoutProblem } from "../checkout-problem"

const refused = (type: string) => new MedusaError(type, "Core says no.")

describe("checkoutProblem", () => {
  it.each([
    [
      "a lock that another request holds, which fails with a plain error",
      { action: "acquire-lock-step", error: new Error('Failed to acquire lock for key "cart_1"') },
      { answer: "error", type: "not_allowed", code: "checkout_in_progress" },
    ],
    [
      "a lock that core did not get inside another step",
      {
        action: "reserve-inventory-step",
        error: new Error("Timed-out acquiring lock: Failed to acquire lock"),
      },
      { answer: "error", type: "not_allowed", code: "checkout_in_progress" },
    ],
    [
      "a refusal of ours",
      { action: "validate", error: notAllowed(ErrorCode.VENDOR_UNAVAILABLE, "The shop is closed.") },
      { answer: "error", type: "not_allowed", code: "vendor_unavailable", message: "The shop is closed." },
    ],
    [
      "a payment that our provider refused",
      {
        action: "authorize-payment-session-step",
        error: paymentRefused(ErrorCode.PAYMENT_MISMATCH, "Another amount was paid."),
      },
      { answer: "cart", type: "payment_authorization_error", code: "payment_mismatch" },
    ],
    [
      "a payment that another provider refused without a code",
      { action: "authorize-payment-session-step", error: refused("not_allowed") },
      { answer: "cart", type: "payment_authorization_error", code: "payment_not_paid" },
    ],
    [
      "stock that is gone",
      { action: "reserve-inventory-step", error: refused("not_allowed") },
      { answer: "error", type: "not_allowed", code: "insufficient_inventory" },
    ],
  ])("names %s", (_, failure, expected) => {
    expect(checkoutProblem(failure)).toMatchObject(expected)
  })

  it.each([
    [
      "a failure of the server itself",
      { action: "create-orders", error: new Error("The database is gone.") },
    ],
    ["a failure without an error", { action: "create-orders", error: undefined }],
    ["a refusal of an unknown step without a code", { action: "new-step", error: refused("invalid_data") }],
  ])("leaves %s to the error handler", (_, failure) => {
    expect(checkoutProblem(failure)).toBeNull()
  })
})
