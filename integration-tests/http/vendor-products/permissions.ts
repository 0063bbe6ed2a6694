import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { VENDOR_ROLES } from "../../../src/lib/permissions"
import { approveVendorWorkflow } from "../../../src/workflows/vendor/workflows/approve-vendor"
import { changeVendorStatusWorkflow } from "../../../src/workflows/vendor/workflows/change-vendor-status"
import { createVendorWorkflow } from "../../../src/workflows/vendor/workflows/create-vendor"
import { makeVendorApiKey } from "../../../src/workflows/vendor-member/make-api-key"
import { clientWith, createMember } from "../../helpers/people"
import { type One, type Page, type ProductSuite, SHIRT, toolsOf } from "./suite"

export function describePermissions(suite: ProductSuite): void {
  const { as, set, sold, create } = toolsOf(suite)

  describe("who may", () => {
    it.each(VENDOR_ROLES)("read and write products as %s", async (role) => {
      const client = await as(`${role}@one.example.com`)
      const { id, variant_id } = suite.market.vendors[0]!.products[0]!
      const path = `/vendor/products/${id}`
      for (const read of [
        path,
        "/vendor/products",
        `${path}/variants`,
        "/vendor/categories",
        "/vendor/currencies",
        "/vendor/tags",
      ]) {
        expect([read, (await client("GET", read)).status]).toEqual([read, 200])
      }
      const writes: [string, string, object?][] = [
        ["POST", path, { subtitle: role }],
        ["POST", `${path}/variants/${variant_id}`, { prices: [{ currency_code: "ngn", amount: 7 }] }],
        ["POST", `${path}/options`, { title: "Colour", values: ["Red", "Blue"] }],
        ["POST", `${path}/variants`, { title: "Two", options: { Size: "One", Colour: "Blue" } }],
        ["POST", "/vendor/products", SHIRT],
        ["POST", path, { status: "draft" }],
        ["POST", `${path}/submit`, {}],
        ["DELETE", `${path}/variants/${variant_id}`],
        ["DELETE", path],
      ]
      const mayWrite = ["owner", "manager", "catalogue"].includes(role)
      for (const [method, target, body] of writes) {
        const { status, body: answer } = await client(method, target, body)
        expect([method, target, status < 300, answer.code ?? null]).toEqual([
          method,
          target,
          mayWrite,
          mayWrite ? null : "permission_missing",
        ])
      }
    })

    it("not set a price without the permission to, even where they may write products", async () => {
      const [shop] = suite.market.vendors
      const owner = await createMember(suite.container, shop!.id, "owner", "keys@one.example.com")
      const { token } = await makeVendorApiKey(suite.container, {
        vendor_id: shop!.id,
        name: "Catalogue sync",
        permissions: ["products:read", "products:write"],
        created_by: owner.id,
      })
      const program = clientWith(suite.base_url, { authorization: `Bearer ${token}` })
      const { id, variant_id, price } = shop!.products[0]!
      const path = `/vendor/products/${id}`
      const prices = [{ currency_code: "ngn", amount: 1 }]
      const refused = { status: 403, body: { code: "permission_missing" } }
      expect(await program("POST", `${path}/variants/${variant_id}`, { prices })).toMatchObject(refused)
      expect(await program("POST", `${path}/variants/${variant_id}`, { prices: [] })).toMatchObject(refused)
      expect(await program("POST", `${path}/variants`, { title: "X", prices })).toMatchObject(refused)
      expect(
        await program("POST", "/vendor/products", { title: "X", variants: [{ title: "V", prices }] })
      ).toMatchObject(refused)
      expect((await program("POST", `${path}/variants/${variant_id}`, { title: "Uno" })).status).toBe(200)
      expect((await program<One>("GET", path)).body.product.lowest_prices).toEqual([
        { currency_code: "ngn", amount: price },
      ])
      expect(await clientWith(suite.base_url)("GET", path)).toMatchObject({ status: 401 })
    })

    it("prepare a shop: pending yes, suspended only reads", async () => {
      const { result: shop } = await createVendorWorkflow(suite.container).run({
        input: { name: "New shop", contact_email: "new@example.com", country_code: "ng" },
      })
      await createMember(suite.container, shop.id, "owner", "owner@new.example.com")
      const owner = await as("owner@new.example.com")
      const stocked = await owner("POST", "/vendor/products", SHIRT)
      expect(stocked).toMatchObject({ status: 400, body: { code: "stock_location_missing" } })
      const product = await create(owner, {
        ...SHIRT,
        variants: SHIRT.variants.map(({ stocked_quantity: _, ...variant }) => variant),
      })
      expect(await sold()).not.toContain(product.id)

      await approveVendorWorkflow(suite.container).run({ input: { vendor_id: shop.id, actor: "test" } })
      expect(await sold()).toContain(product.id)
      const { data } = await suite.container.resolve(ContainerRegistrationKeys.QUERY).graph({
        entity: "product",
        fields: [
          "shipping_profile.id",
          "vendor.shipping_profile_id",
          "vendor.stock_location_id",
          "variants.inventory_items.inventory.location_levels.location_id",
        ],
        filters: { id: product.id },
      })
      const [row] = data as unknown as {
        shipping_profile: { id: string }
        vendor: { shipping_profile_id: string; stock_location_id: string }
        variants: { inventory_items: { inventory: { location_levels: { location_id: string }[] } }[] }[]
      }[]
      expect(row!.shipping_profile.id).toBe(row!.vendor.shipping_profile_id)
      expect(
        row!.variants.flatMap(({ inventory_items }) =>
          inventory_items.flatMap(({ inventory }) =>
            inventory.location_levels.map((each) => each.location_id)
          )
        )
      ).toEqual([row!.vendor.stock_location_id, row!.vendor.stock_location_id])

      await changeVendorStatusWorkflow(suite.container).run({
        input: { vendor_id: shop.id, to: "suspended", actor: "test", reason: "a test" },
      })
      const again = await as("owner@new.example.com")
      expect((await again("GET", "/vendor/products")).status).toBe(200)
      expect(await again("POST", `/vendor/products/${product.id}`, { title: "X" })).toMatchObject({
        status: 403,
        body: { code: "vendor_status_refused" },
      })
      expect(await sold()).not.toContain(product.id)
    })
  })

  it("lets a shop that is not verified have so many products and not one more, also at once", async () => {
    await set({ unverified_product_limit: 4 })
    const { result: shop } = await createVendorWorkflow(suite.container).run({
      input: { name: "New shop", contact_email: "new@example.com", country_code: "ng" },
    })
    await createMember(suite.container, shop.id, "owner", "owner@new.example.com")
    const owner = await as("owner@new.example.com")
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => owner("POST", "/vendor/products", { title: "Same title" }))
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(4).fill(201), ...Array(6).fill(400)])
    expect(new Set(answers.filter(({ status }) => status === 400).map(({ body }) => body.code))).toEqual(
      new Set(["product_limit_reached"])
    )
    const { body } = await owner<Page>("GET", "/vendor/products")
    expect(body.count).toBe(4)
    // A creation that fails gives its place back, and so does a product that is deleted.
    await owner("DELETE", `/vendor/products/${body.products[0]!.id}`)
    await owner("POST", "/vendor/products", { title: "X", variants: [{ title: "V", stocked_quantity: 5 }] })
    expect((await owner("POST", "/vendor/products", { title: "Fits" })).status).toBe(201)
    expect((await owner("POST", "/vendor/products", { title: "One more" })).body.code).toBe(
      "product_limit_reached"
    )
    expect((await create(await as("owner@one.example.com"))).id).toBeTruthy()
  })
}
