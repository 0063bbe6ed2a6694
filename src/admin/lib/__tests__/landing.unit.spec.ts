import { landingFor } from "../landing"

const SHOP = { is_staff: false, is_member: true }
const STAFF = { is_staff: true, is_member: false }
const BOTH = { is_staff: true, is_member: true }

describe("where a page sends its reader", () => {
  it.each([
    ["/orders", "/vendor/home"],
    ["/orders/order_1", "/vendor/home"],
    ["/products/prod_1/edit", "/vendor/products"],
    ["/settings/profile", "/vendor/settings/security"],
    ["/settings/regions", "/vendor/settings"],
    ["/marketplace/security", "/vendor/settings/security"],
    ["/marketplace/vendors", "/vendor/home"],
    ["/vendors", "/vendor/home"],
  ])("sends people of a shop from %s to %s", (from, to) => {
    expect(landingFor(from, SHOP)).toBe(to)
  })

  it("lets people of a shop stay on its pages, and staff on Medusa's", () => {
    expect(landingFor("/vendor/orders", SHOP)).toBeNull()
    expect(landingFor("/orders", STAFF)).toBeNull()
    expect(landingFor("/marketplace", STAFF)).toBeNull()
  })

  it("sends staff from the pages of a shop that they do not belong to", () => {
    expect(landingFor("/vendor/orders", STAFF)).toBe("/marketplace")
    expect(landingFor("/vendor/orders", BOTH)).toBeNull()
  })

  it("sends staff from Medusa's page of users, whose invitations are closed, to that of the staff", () => {
    expect(landingFor("/settings/users", STAFF)).toBe("/marketplace/staff")
    expect(landingFor("/settings/users/invite", BOTH)).toBe("/marketplace/staff")
    expect(landingFor("/settings/users", SHOP)).toBe("/vendor/settings")
    expect(landingFor("/settings/profile", STAFF)).toBeNull()
  })

  it("lets everybody open an invitation", () => {
    expect(landingFor("/vendor-invitation", STAFF)).toBeNull()
    expect(landingFor("/staff-invitation", SHOP)).toBeNull()
  })
})
