import { AUDIT_MODULE } from "../../../src/modules/audit"
import type AuditModuleService from "../../../src/modules/audit/service"
import type { Client } from "../../helpers/people"
import { type One, type Product, type ProductSuite, SHIRT, toolsOf, uploaded } from "./suite"

/** Every kind of thing that a shop can change of a product which waits for staff. */
const changes: [string, (product: Product, owner: Client) => Promise<{ status: number }>][] = [
  ["its title", ({ id }, owner) => owner("POST", `/vendor/products/${id}`, { title: "Gun" })],
  ["its weight", ({ id }, owner) => owner("POST", `/vendor/products/${id}`, { weight: 9 })],
  ["its categories", ({ id }, owner) => owner("POST", `/vendor/products/${id}`, { category_ids: [] })],
  [
    "its pictures",
    ({ id, images }, owner) =>
      owner("POST", `/vendor/products/${id}`, { images: images.map(({ url }) => url).toReversed() }),
  ],
  [
    "a price",
    ({ id, variants: [variant] }, owner) =>
      owner("POST", `/vendor/products/${id}/variants/${variant!.id}`, {
        prices: [{ currency_code: "ngn", amount: 1 }],
      }),
  ],
  [
    "a variant",
    ({ id, variants: [variant] }, owner) =>
      owner("POST", `/vendor/products/${id}/variants/${variant!.id}`, { allow_backorder: true }),
  ],
  [
    "what a variant has chosen",
    ({ id, variants: [variant] }, owner) =>
      owner("POST", `/vendor/products/${id}/variants/${variant!.id}`, { options: { Size: "L" } }),
  ],
  [
    "the number of variants",
    ({ id }, owner) =>
      owner("POST", `/vendor/products/${id}/variants`, { title: "Large", options: { Size: "L" } }),
  ],
  [
    "the variants that are left",
    ({ id, variants }, owner) => owner("DELETE", `/vendor/products/${id}/variants/${variants[1]!.id}`),
  ],
  [
    "an option",
    ({ id, options: [option] }, owner) =>
      owner("POST", `/vendor/products/${id}/options/${option!.id}`, { title: "Width" }),
  ],
  [
    "the values of an option",
    ({ id, options: [option] }, owner) =>
      owner("POST", `/vendor/products/${id}/options/${option!.id}`, { values: ["S", "M", "XL"] }),
  ],
]

export function describeDecision(suite: ProductSuite): void {
  const { as, set, sold, create, decide, versionOf } = toolsOf(suite)

  describe("a decision of staff", () => {
    const propose = async (owner: Client) => {
      await set({ product_approval_required: true })
      return create(owner, {
        ...SHIRT,
        status: "proposed",
        options: [{ title: "Size", values: ["S", "M", "L"] }],
        category_ids: [suite.category.open],
        images: ["a", "b"].map(uploaded),
      })
    }

    it.each(changes)("holds for what was seen: not when the shop has changed %s since", async (_, change) => {
      const owner = await as("owner@one.example.com")
      const staff = await as("catalogue@staff.example.com")
      const product = await propose(owner)
      const version = await versionOf(product.id)
      expect((await change(product, owner)).status).toBeLessThan(300)

      for (const [action, body] of [
        ["approve", { version }],
        ["reject", { version, reason: "as it was" }],
      ] as const) {
        expect(await staff("POST", `/admin/products/${product.id}/${action}`, body)).toMatchObject({
          status: 409,
          body: { code: "product_changed" },
        })
      }
      expect(await sold()).not.toContain(product.id)
      expect((await owner<One>("GET", `/vendor/products/${product.id}`)).body.product).toMatchObject({
        status: "proposed",
        last_decision: null,
      })
      expect((await decide(staff, product.id, "approve")).status).toBe(200)
    })

    it("is not made without saying what was seen", async () => {
      const staff = await as("catalogue@staff.example.com")
      const { id } = await propose(await as("owner@one.example.com"))
      for (const body of [{}, { version: null }, { version: "" }, { version: "latest" }, { version: 1 }]) {
        expect((await staff("POST", `/admin/products/${id}/approve`, body)).status).toBe(400)
        expect((await staff("POST", `/admin/products/${id}/reject`, { ...body, reason: "why" })).status).toBe(
          400
        )
      }
    })

    it("and a change of the shop at the same moment never show what nobody has approved", async () => {
      const owner = await as("owner@one.example.com")
      const staff = await as("catalogue@staff.example.com")
      for (const round of [1, 2, 3, 4, 5]) {
        const { id } = await propose(owner)
        const version = await versionOf(id)
        const [approved, changed] = await Promise.all([
          staff("POST", `/admin/products/${id}/approve`, { version }),
          owner("POST", `/vendor/products/${id}`, { title: `Gun ${round}` }),
        ])
        expect([200, 409]).toContain(approved.status)
        expect(changed.status).toBe(200)
        expect(await sold()).not.toContain(id)
      }
    })

    it("is in the audit log with its reason, and with what the product was and became", async () => {
      const staff = await as("catalogue@staff.example.com")
      const { id } = await propose(await as("owner@one.example.com"))
      await decide(staff, id, "approve")
      await decide(staff, id, "reject", { reason: "A forgery" })

      const lines = await suite.container
        .resolve<AuditModuleService>(AUDIT_MODULE)
        .listAuditEntries({ record_id: id }, { order: { created_at: "ASC" } })
      expect(lines.filter(({ action }) => action.startsWith("product."))).toMatchObject([
        {
          action: "product.approved",
          record_type: "product",
          vendor_id: suite.market.vendors[0]!.id,
          reason: null,
          before: { status: "proposed" },
          after: { status: "published" },
        },
        {
          action: "product.rejected",
          reason: "A forgery",
          before: { status: "published" },
          after: { status: "rejected" },
        },
      ])
    })
  })
}
