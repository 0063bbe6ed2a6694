import { furtherReference, partsOfReference } from "../further-payment"

it("a payment besides is named after the one that it came with", () => {
  expect(partsOfReference("mkt-01m8")).toEqual({ own: "mkt-01m8", further_id: null })
  expect(partsOfReference(furtherReference("mkt-01m8", "900010"))).toEqual({
    own: "mkt-01m8",
    further_id: "900010",
  })
})

it.each(["", "."])("%j names no payment besides", (reference) => {
  expect(partsOfReference(reference)).toEqual({ own: "", further_id: null })
})
