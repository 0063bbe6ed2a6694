import { CORE_PAGES, STAFF_PAGES, VENDOR_PAGES } from "../../../../lib/dashboard-pages"
import type { Membership } from "../../../../modules/access/domain/grants"
import { hiddenEntries } from "../hidden-entries"

const member = (role: string): Membership => ({
  vendor_id: "ven_1",
  role,
  status: "approved",
  is_house: false,
})
const hiddenOf = (staff_role: string | null, ...roles: string[]) =>
  Object.keys(hiddenEntries({ staff_role, memberships: roles.map(member) }))

describe("the entries of the navigation that are hidden", () => {
  it("are all of Medusa's and of the staff's for people of a shop, and the search over everything", () => {
    const hidden = hiddenOf(null, "owner")

    expect(hidden).toEqual([
      ...CORE_PAGES.map(({ path }) => `core:nav:${path}`),
      "core:nav:/marketplace",
      ...STAFF_PAGES.slice(1).map(({ path }) => `nav-child:/marketplace:${path}`),
      "core:Searchbar",
    ])
  })

  it("are those of the shop that a role there does not open", () => {
    expect(hiddenOf(null, "fulfilment")).toEqual(
      expect.arrayContaining([
        "core:nav:/vendor/finance",
        "core:nav:/vendor/promotions",
        "core:nav:/vendor/disputes",
      ])
    )
    expect(hiddenOf(null, "fulfilment")).not.toContain("core:nav:/vendor/orders")
  })

  it("are the shop's for staff, and what their role does not open", () => {
    const hidden = hiddenOf("catalogue")

    expect(hidden).toEqual(expect.arrayContaining(VENDOR_PAGES.map(({ path }) => `core:nav:${path}`)))
    expect(hidden).toContain("core:nav:/orders")
    expect(hidden).not.toContain("core:nav:/products")
    expect(hidden).not.toContain("core:Searchbar")
  })

  it("are none for the platform's owner who also has a shop", () => {
    expect(hiddenOf("owner", "owner")).toEqual([])
  })

  it("are all for a role that nobody knows", () => {
    expect(hiddenOf("cook")).toHaveLength(CORE_PAGES.length + STAFF_PAGES.length - 1 + VENDOR_PAGES.length)
  })
})
