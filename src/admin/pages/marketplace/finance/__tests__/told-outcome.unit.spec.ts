import type { Answer } from "../../../../lib/api/client"
import { formatsOf } from "../../../../lib/format"
import type { Texts } from "../../../../lib/text"
import { toldOf } from "../told-outcome"

type Booked = Answer<"POST /admin/bank-transfers">

const texts: Pick<Texts, "t" | "named" | "format"> = {
  t: (key, values = {}) => [key, ...Object.values(values)].join(" "),
  named: (prefix, name) => `${prefix}.${name}`,
  format: formatsOf("en-GB"),
}
const told = (outcome: Booked["outcome"], reference: string | null = "mk-1") =>
  toldOf(
    { outcome, bank_transfer: { amount: "5293.20", currency_code: "ngn" } as Booked["bank_transfer"] },
    reference,
    texts
  )

describe("what is said of a bank transfer that was booked", () => {
  it.each<[outcome: Booked["outcome"], tone: string, text: string]>([
    ["ordered", "success", "finance.told.ordered"],
    ["prepaid", "success", "finance.told.prepaid"],
    ["refunded", "warning", "finance.told.refunded ₦5,293.20"],
    ["refund_refused", "warning", "finance.told.refund_refused ₦5,293.20"],
    ["waiting", "info", "finance.told.waiting"],
    ["not_paid", "warning", "finance.told.other operations.outcomes.not_paid"],
  ])("%s is a %s", (outcome, tone, text) => {
    expect(told(outcome)).toEqual({ tone, text })
  })

  it("warns when the reference is none of ours, and does not when nobody has given one", () => {
    expect(told(null, "mk-typo")).toEqual({ tone: "warning", text: "finance.told.not_ours mk-typo" })
    expect(told(null, null)).toEqual({ tone: "info", text: "finance.told.to_match" })
  })
})
