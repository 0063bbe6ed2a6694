import { seatFor } from "../own-seat"

const me = (ids: string[], chosen: string | null = null) => ({
  memberships: ids.map((vendor_id) => ({ vendor_id })),
  vendor_id: chosen,
})

describe("the shop that a tab names", () => {
  it.each([
    ["its own", me(["a", "b"]), "b", undefined],
    ["none, for who belongs to one", me(["a"], "a"), null, undefined],
    ["none, for staff", me([]), null, undefined],
    ["none, where the session has one", me(["a", "b"], "b"), null, undefined],
    ["the first of several, where none is chosen", me(["a", "b"]), null, "a"],
    ["no longer one that belongs to somebody else", me(["a"], "a"), "x", null],
    ["the first instead of somebody else's", me(["a", "b"]), "x", "a"],
    ["the session's instead of somebody else's", me(["a", "b"], "b"), "x", null],
  ] as const)("is %s", (_, reader, seat, wanted) => {
    expect(seatFor(reader, seat)).toBe(wanted)
  })
})
