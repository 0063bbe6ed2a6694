import { messagesTo } from "../../helpers/outbox"
import { createStaff, signIn } from "../../helpers/people"
import { type OnboardingSuite, SEEN, type Vendor } from "./suite"

export function describeStaff(suite: OnboardingSuite): void {
  const { vendors, openShop, as } = suite

  describe("staff and shops", () => {
    const everyRoute = (id: string): [string, string, object?][] => [
      ["GET", `/admin/vendors/${id}`],
      ["GET", `/admin/vendors/${id}/documents/vdoc_1`],
      ["POST", `/admin/vendors/${id}`, { commission_rate_bps: 0 }],
      ["POST", `/admin/vendors/${id}/approve`, SEEN],
      ["POST", `/admin/vendors/${id}/reject`, { ...SEEN, reason: "because" }],
      ["POST", `/admin/vendors/${id}/reinstate`, {}],
      ["POST", `/admin/vendors/${id}/suspend`, { reason: "because" }],
      ["POST", `/admin/vendors/${id}/close`, { reason: "because" }],
      ...["accept", "waive", "reject"].map(
        (action) =>
          ["POST", `/admin/vendors/${id}/requirements/phone/${action}`, { ...SEEN, reason: "because" }] as [
            string,
            string,
            object,
          ]
      ),
    ]

    it("never meet in one person: nobody acts as staff on a shop they belong to", async () => {
      const { serial, id } = await openShop()
      const both = await createStaff(suite.container, "owner", `both${serial}@staff.example.com`)
      await vendors().createVendorMembers({ vendor_id: id, user_id: both.id, role: "support" })
      const client = await as(both)

      for (const [method, path, body] of everyRoute(id)) {
        expect([path, await client(method, path, body)]).toMatchObject([
          path,
          { status: 403, body: { code: "own_shop_refused" } },
        ])
      }
      expect(await vendors().retrieveVendor(id)).toMatchObject({
        status: "pending",
        commission_rate_bps: null,
      })
      expect((await client("GET", `/admin/vendors/${suite.market.vendors[0]!.id}`)).status).toBe(200)
    })

    it("act as far as their role goes: others neither approve nor change", async () => {
      const { id, owner } = await openShop()
      for (const role of ["support", "finance", "read-only"]) {
        const client = await signIn(suite.base_url, "user", `${role}@staff.example.com`)
        expect((await client("GET", `/admin/vendors/${id}`)).status).toBe(200)
        for (const [method, path, body] of everyRoute(id).filter(([verb]) => verb === "POST")) {
          expect([path, await client(method, path, body)]).toMatchObject([
            path,
            { status: 403, body: { code: "permission_missing" } },
          ])
        }
      }
      expect(await (await as(owner))("POST", `/admin/vendors/${id}/approve`, {})).toMatchObject({
        status: 403,
        body: { code: "staff_only" },
      })
      expect((await vendors().retrieveVendor(id)).status).toBe("pending")
    })

    it("find shops by name and status, page by page, and set their commission", async () => {
      const one = await openShop()
      const other = await openShop()
      const list = (query: string) =>
        suite.operations<{ vendors: { id: string; status: string }[]; count: number }>(
          "GET",
          `/admin/vendors?${query}`
        )
      const pending = await list("status[]=pending&status[]=rejected&limit=1&order=name")
      const next = await list("status[]=pending&status[]=rejected&limit=1&offset=1&order=name")
      expect(pending.body.vendors).toHaveLength(1)
      expect(pending.body.count).toBeGreaterThan(1)
      expect(next.body.vendors[0]!.id).not.toBe(pending.body.vendors[0]!.id)
      expect((await list(`q=Textiles ${one.serial}`)).body.count).toBeGreaterThan(0)
      const named = await list(`id[]=${one.id}&id[]=${other.id}&fields=id,name`)
      expect(named.body.vendors.map(({ id }) => id).toSorted()).toEqual([one.id, other.id].toSorted())
      expect((await list("status=nonsense")).status).toBe(400)
      expect((await list("order=contact_email")).status).toBe(400)
      expect((await list("limit=101")).status).toBe(400)

      const updated = await suite.operations<Vendor>("POST", `/admin/vendors/${one.id}`, {
        commission_rate_bps: 1250,
      })
      expect(updated.body.vendor).toMatchObject({ commission_rate_bps: 1250, members: expect.any(Array) })
      for (const body of [
        { status: "approved" },
        { handle: "x" },
        { commission_rate_bps: 10_001 },
        { tax_status: "none" },
      ]) {
        expect((await suite.operations("POST", `/admin/vendors/${one.id}`, body)).status).toBe(400)
      }
      const house = await suite.operations("POST", `/admin/vendors/${suite.market.house_id}/close`, {
        reason: "by mistake",
      })
      expect(house.body).toMatchObject({ code: "vendor_transition_refused" })
      for (const [method, path, body] of everyRoute("vend_none")) {
        expect([path, (await suite.operations(method, path, body)).status]).toEqual([path, 404])
      }
      expect(
        (await suite.operations("POST", `/admin/vendors/${one.id}/requirements/nothing/accept`, SEEN)).body
      ).toMatchObject({ code: "requirement_not_found" })
    })

    it("who do the same at once do it once", async () => {
      const { id, owner } = await openShop()
      const { version } = (await suite.operations<Vendor>("GET", `/admin/vendors/${id}`)).body.vendor

      const answers = await Promise.all(
        [1, 2, 3].map(() => suite.operations("POST", `/admin/vendors/${id}/approve`, { version }))
      )

      expect(answers.map(({ status, body }) => [status, body.message])).toEqual(
        Array(3).fill([200, undefined])
      )
      expect(await vendors().listVendorStatusChanges({ vendor_id: id })).toHaveLength(2)
      expect(await messagesTo(owner.email)).toHaveLength(1)
    })
  })
}
