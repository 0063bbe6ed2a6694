import { transfer_outcomes } from "../../../../texts/en/books"
import { toldOf } from "../transfer-outcome"

describe("what a bank transfer has led to", () => {
  it.each([
    ["ordered", true],
    ["prepaid", true],
    ["authorized", true],
    ["refunded", false],
    ["refund_refused", false],
    ["not_paid", false],
    ["expired", false],
    ["unknown", false],
    ["waiting", false],
    [null, false],
  ] as const)(
    "of %s it is told, as a warning unless the payer gets what was paid for",
    (outcome, is_as_wanted) => {
      const told = toldOf(outcome)

      expect(told.is_as_wanted).toBe(is_as_wanted)
      expect(transfer_outcomes[told.text]).toEqual(expect.any(String))
    }
  )
})
