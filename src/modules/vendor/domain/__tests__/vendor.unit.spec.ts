import fc from "fast-check"
import { handleOf, isHandle } from "../handle"
import { canBecome, isSelling, VENDOR_STATUSES } from "../vendor-status"

describe("the life of a shop", () => {
  const allowed = new Set([
    "pending>approved",
    "pending>rejected",
    "pending>closed",
    "approved>suspended",
    "approved>closed",
    "suspended>approved",
    "suspended>closed",
    "rejected>pending",
    "rejected>closed",
  ])
  const matrix = VENDOR_STATUSES.flatMap((from) => VENDOR_STATUSES.map((to) => [from, to] as const))

  it.each(matrix)("%s to %s", (from, to) => {
    expect(canBecome(from, to)).toBe(allowed.has(`${from}>${to}`))
  })

  it("lets only an approved shop sell", () => {
    expect(VENDOR_STATUSES.filter(isSelling)).toEqual(["approved"])
  })
})

describe("handleOf", () => {
  it.each([
    ["Àṣà & Sons", "asa-sons"],
    ["  Mama Nkechi's Kitchen ", "mama-nkechi-s-kitchen"],
    ["123 Phones", "123-phones"],
    ["!!!", ""],
  ])("%s is %s", (name, handle) => {
    expect(handleOf(name)).toBe(handle)
  })

  it("gives a handle or nothing", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (name) => {
        const handle = handleOf(name)
        expect(handle === "" || isHandle(handle)).toBe(true)
      })
    )
  })
})
