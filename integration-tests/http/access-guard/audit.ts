import { createStaff } from "../../helpers/people"
import type { GuardSuite } from "./suite"

export function describeAudit(suite: GuardSuite): void {
  const { as } = suite

  describe("the audit log", () => {
    it("has a line for each changing request, refused ones too, and none for reading", async () => {
      const owner = await as("owner")
      await owner("GET", "/admin/products")
      await (await as("support"))("POST", "/admin/products", {}, { "x-request-id": "support-tried-it" })
      await owner("POST", "/admin/product-tags", { value: "new" })

      const { body } = await owner<{ entries: Record<string, unknown>[]; count: number }>(
        "GET",
        "/admin/audit"
      )
      expect(body.entries).toMatchObject([
        { action: "POST /admin/product-tags", actor_id: suite.place().people.owner.id, http_status: 200 },
        {
          action: "POST /admin/products",
          actor_id: suite.place().people.support.id,
          http_status: 403,
          request_id: "support-tried-it",
          ip_address: expect.any(String),
        },
      ])
      expect((await owner("GET", "/admin/audit?actor_id=nobody")).body).toMatchObject({ count: 0 })
    })

    it("names its people to whoever may read it, and to nobody else", async () => {
      const { owner } = suite.place().people
      const finance = await suite.signInAs((await createStaff(suite.place().container, "finance")).email)
      const address = `/admin/audit/people?id[]=${owner.id}&id[]=user_gone`
      const { body } = await finance("GET", address)

      expect(body).toEqual({
        people: [{ id: owner.id, email: owner.email, first_name: null, last_name: null }],
      })
      expect((await (await as("support"))("GET", address)).status).toBe(403)
      expect((await finance("GET", "/admin/audit/people")).status).toBe(400)
    })

    it("is narrowed to one kind of record, or to several", async () => {
      const owner = await as("owner")
      await owner("POST", "/admin/product-tags", { value: "new" })
      await owner("POST", "/admin/products", {})
      await owner("POST", "/admin/regions", {})
      const actionsOf = async (query: string) => {
        const { body } = await owner<{ entries: { action: string }[] }>("GET", `/admin/audit?${query}`)

        return body.entries.map(({ action }) => action)
      }

      expect(await actionsOf("record_type=products")).toEqual(["POST /admin/products"])
      expect(await actionsOf("record_type[]=products&record_type[]=product-tags")).toEqual([
        "POST /admin/products",
        "POST /admin/product-tags",
      ])
    })
  })
}
