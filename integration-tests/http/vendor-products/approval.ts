import type { MedusaContainer } from "@medusajs/framework/types"
import { updateProductsWorkflow } from "@medusajs/medusa/core-flows"
import { VENDOR_MODULE } from "../../../src/modules/vendor"
import type VendorModuleService from "../../../src/modules/vendor/service"
import { createStaff } from "../../helpers/people"
import { type One, type ProductSuite, SHIRT, toolsOf } from "./suite"

export function describeApproval(suite: ProductSuite): void {
  const { as, set, sold, create, decide } = toolsOf(suite)

  it("shows nothing that staff have not approved, where the setting asks for it", async () => {
    await set({ product_approval_required: true })
    const owner = await as("owner@one.example.com")
    const staff = await as("catalogue@staff.example.com")
    const support = await as("support@staff.example.com")
    const required = { status: 400, body: { code: "product_approval_required" } }
    expect(await owner("POST", "/vendor/products", SHIRT)).toMatchObject(required)
    const product = await create(owner, { ...SHIRT, status: "draft", category_ids: [suite.category.open] })
    const path = `/vendor/products/${product.id}`
    const status = async () => (await owner<One>("GET", path)).body.product.status

    expect(await owner("POST", path, { status: "published" })).toMatchObject(required)
    expect(await decide(staff, product.id, "approve")).toMatchObject({
      status: 400,
      body: { code: "product_transition_refused" },
    })
    expect((await owner<One>("POST", `${path}/submit`, {})).body.product.status).toBe("proposed")
    expect((await owner("POST", `${path}/submit`, {})).body.code).toBe("product_transition_refused")
    expect(await owner("POST", path, { status: "published" })).toMatchObject(required)
    expect((await decide(support, product.id, "approve")).status).toBe(403)
    expect((await decide(owner, product.id, "approve")).status).toBe(403)
    expect(await sold()).not.toContain(product.id)

    expect((await decide(staff, product.id, "reject")).status).toBe(400)
    expect(
      await decide(staff, product.id, "reject", { reason: "<b>The photo</b> is missing" })
    ).toMatchObject({ status: 200, body: { product: { status: "rejected" } } })
    expect((await owner<One>("GET", path)).body.product).toMatchObject({
      status: "rejected",
      last_decision: { decision: "rejected", reason: "The photo is missing" },
    })
    await owner("POST", path, { images: ["http://localhost:9000/static/a.jpg"] })
    expect(await status()).toBe("rejected")
    await owner("POST", `${path}/submit`, {})
    expect((await decide(staff, product.id, "approve")).status).toBe(200)
    expect(await sold()).toContain(product.id)

    const variant = `${path}/variants/${product.variants[0]!.id}`
    const harmless: [string, object][] = [
      [variant, { prices: [{ currency_code: "ngn", amount: 42 }], allow_backorder: true, sku: "S-1" }],
      [path, { title: SHIRT.title, images: ["http://localhost:9000/static/a.jpg"], status: "published" }],
      [path, { category_ids: [suite.category.open], weight: 5 }],
    ]
    for (const [target, body] of harmless) {
      expect([body, (await owner("POST", target, body)).status, await status()]).toEqual([
        body,
        200,
        "published",
      ])
    }
    const option = `${path}/options/${product.options[0]!.id}`
    const content: [string, object][] = [
      [path, { title: "Another" }],
      [path, { subtitle: "New" }],
      [path, { description: "<p>New</p>" }],
      [path, { images: ["http://localhost:9000/static/b.jpg"] }],
      [path, { category_ids: [] }],
      [path, { title: "A third", status: "published" }],
      [variant, { title: "Tiny" }],
      [option, { values: ["S", "M", "L"] }],
      [`${path}/variants`, { title: "Large", options: { Size: "L" } }],
      [`${path}/options`, { title: "Colour", values: ["Red"] }],
    ]
    for (const [target, body] of content) {
      const answer = await owner("POST", target, body)
      expect([body, answer.status < 300, await status()]).toEqual([body, true, "proposed"])
      expect(await sold()).not.toContain(product.id)
      expect((await decide(staff, product.id, "approve")).status).toBe(200)
    }
    expect(await decide(staff, product.id, "reject", { reason: "Taken down" })).toMatchObject({
      status: 200,
    })
    expect(await sold()).not.toContain(product.id)
  })

  it("keeps what staff rejected off the store, also where no approval is asked for", async () => {
    const owner = await as("owner@one.example.com")
    const staff = await as("catalogue@staff.example.com")
    const product = await create(owner)
    const path = `/vendor/products/${product.id}`
    await decide(staff, product.id, "reject", { reason: "A forgery" })
    for (const status of ["draft", "published"]) {
      await owner("POST", path, { status })
    }
    expect((await owner<One>("POST", `${path}/submit`, {})).body.product.status).toBe("proposed")
    expect(await sold()).not.toContain(product.id)
    await decide(staff, product.id, "approve")
    expect(await sold()).toContain(product.id)
    // Nobody decides on the products of their own shop.
    const both = await createStaff(suite.container, "operations")
    await joinShop(suite.container, both.id, suite.market.vendors[0]!.id)
    const insider = await as(both.email)
    expect((await decide(insider, product.id, "reject", { reason: "my own" })).status).toBe(403)
    // What core's own route does stays possible for staff.
    await updateProductsWorkflow(suite.container).run({
      input: { selector: { id: product.id }, update: { status: "draft" } },
    })
    expect(await sold()).not.toContain(product.id)
  })
}

async function joinShop(container: MedusaContainer, userId: string, vendorId: string) {
  await container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .createVendorMembers({ vendor_id: vendorId, user_id: userId, role: "owner" })
}
