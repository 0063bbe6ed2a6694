import { hasAccount, purposeOf } from "../purpose"

const tokenOf = (payload: object) => `x.${Buffer.from(JSON.stringify(payload)).toString("base64url")}.y`

describe("what somebody comes to the door for", () => {
  it.each([
    ["/verify-email", "?token=a", { kind: "verify", token: "a" }],
    ["/vendor-invitation", "?token=b%2Fc", { kind: "vendor_invitation", token: "b/c" }],
    ["/staff-invitation", "?token=d", { kind: "staff_invitation", token: "d" }],
    ["/vendor-invitation", "", null],
    ["/orders", "?token=e", null],
  ])("%s%s is %j", (pathname, search, purpose) => {
    expect(purposeOf({ pathname, search })).toEqual(purpose)
  })

  it("is nothing without a page", () => {
    expect(purposeOf({})).toBeNull()
  })
})

it("knows a login without an account by its empty actor", () => {
  expect(hasAccount(tokenOf({ actor_id: "user_1", name: "Ọlá ÿþ" }))).toBe(true)
  expect(hasAccount(tokenOf({ actor_id: "" }))).toBe(false)
})
