import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { assignProductsToVendorWorkflow } from "../../../src/workflows/vendor/workflows/assign-products-to-vendor"
import { createProduct, createShop } from "../../helpers/create-marketplace"
import type { LifecycleSuite } from "./suite"

export function describeOwners(suite: LifecycleSuite): void {
  describe("a product", () => {
    const ownersOf = async (product_id: string) =>
      suite.sql<{ vendor_id: string }>(
        "select vendor_id from product_vendor where product_id = ? and deleted_at is null",
        [product_id]
      )
    const profilesOf = async (product_id: string) =>
      suite.sql<{ shipping_profile_id: string }>(
        "select shipping_profile_id from product_shipping_profile where product_id = ? and deleted_at is null",
        [product_id]
      )
    const assign = (vendor_id: string, product_ids: string[]) =>
      assignProductsToVendorWorkflow(suite.container).run({ input: { vendor_id, product_ids } })

    it("belongs to the house when nobody is named, and to the vendor that is", async () => {
      const { result } = await createProductsWorkflow(suite.container).run({
        input: { products: [{ title: "Nobody's", options: [{ title: "Size", values: ["One"] }] }] },
      })
      const shop = await createShop(suite.container, suite.market.sales_channel_id, 0, 1)

      expect(await ownersOf(result[0]!.id)).toEqual([{ vendor_id: suite.market.house_id }])
      expect(await ownersOf(shop.products[0]!.id)).toEqual([{ vendor_id: shop.id }])
    })

    it("has one owner: the database refuses a second one under raw SQL", async () => {
      const owner = await createShop(suite.container, suite.market.sales_channel_id, 0, 1)
      const other = await createShop(suite.container, suite.market.sales_channel_id, 1, 0)
      const product = owner.products[0]!.id
      const insert = (id: string, vendor: string) =>
        suite.sql("insert into product_vendor (id, product_id, vendor_id) values (?, ?, ?)", [
          id,
          product,
          vendor,
        ])

      await expect(insert("prodvend_2", other.id)).rejects.toThrow("product_vendor_one_owner")

      // A link that was given up makes room for one other, and cannot come back beside it.
      await suite.sql("update product_vendor set deleted_at = now() where product_id = ?", [product])
      await insert("prodvend_3", other.id)
      await expect(
        suite.sql("update product_vendor set deleted_at = null where product_id = ?", [product])
      ).rejects.toThrow("product_vendor_one_owner")
      expect(await ownersOf(product)).toEqual([{ vendor_id: other.id }])
    })

    it("is refused to another vendor, and nothing of the batch is assigned", async () => {
      const owner = await createShop(suite.container, suite.market.sales_channel_id, 0, 1)
      const other = await createShop(suite.container, suite.market.sales_channel_id, 1, 0)
      const free = await createProduct(suite.container, {
        vendor_id: owner.id,
        salesChannelId: suite.market.sales_channel_id,
        price: 100,
      })
      await suite.sql("update product_vendor set deleted_at = now() where product_id = ?", [free.id])

      await expect(assign(other.id, [free.id, owner.products[0]!.id])).rejects.toMatchObject({
        code: "product_owned_by_another_vendor",
      })
      expect(await ownersOf(free.id)).toEqual([])
      await expect(assign("vend_none", [free.id])).rejects.toMatchObject({ code: "vendor_not_found" })
    })

    it("goes to one of two suite.vendors who claim it at once, with that vendor's shipping profile alone", async () => {
      const former = await createShop(suite.container, suite.market.sales_channel_id, 0, 1)
      const claimants = [
        await createShop(suite.container, suite.market.sales_channel_id, 1, 0),
        await createShop(suite.container, suite.market.sales_channel_id, 2, 0),
      ]
      const product = former.products[0]!.id
      await suite.sql("delete from product_vendor where product_id = ?", [product])

      const outcomes = await Promise.allSettled(claimants.map(({ id }) => assign(id, [product])))

      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"])
      const [owner] = await ownersOf(product)
      const [vendor] = await suite.vendors().listVendors({ id: owner!.vendor_id })
      expect(await profilesOf(product)).toEqual([{ shipping_profile_id: vendor!.shipping_profile_id }])
    })
  })
}
