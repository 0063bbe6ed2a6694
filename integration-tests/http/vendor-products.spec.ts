import type { MedusaContainer } from "@medusajs/framework/types"
import { createProductCategoriesWorkflow, createProductTagsWorkflow } from "@medusajs/medusa/core-flows"
import { VENDOR_ROLES } from "../../src/lib/permissions"
import { createMarketplace, type Marketplace } from "../helpers/create-marketplace"
import { createMember, createStaff } from "../helpers/people"
import { serverTests } from "../helpers/server-tests"
import { Shopper } from "../helpers/shopper"
import { describeApproval } from "./vendor-products/approval"
import { describeDecision } from "./vendor-products/decision"
import { describeIsolation } from "./vendor-products/isolation"
import { describeLifecycle } from "./vendor-products/lifecycle"
import { describeOwnShop } from "./vendor-products/own-shop"
import { describePermissions } from "./vendor-products/permissions"
import { describePictures } from "./vendor-products/pictures"
import { describeRefusals } from "./vendor-products/refusals"
import { describeReview } from "./vendor-products/review"
import type { ProductSuite } from "./vendor-products/suite"
import { describeVariants } from "./vendor-products/variants"

jest.setTimeout(300_000)

serverTests({
  testSuite: ({ getContainer, api }) => {
    let container: MedusaContainer
    let market: Marketplace
    let shopper: Shopper
    let category: { open: string; internal: string; hidden: string }
    let tagId: string

    beforeAll(async () => {
      container = getContainer()
      market = await createMarketplace(container, { vendors: 2, products_per_vendor: 2 })
      shopper = new Shopper(api.defaults.baseURL, market.publishable_key)
      for (const role of VENDOR_ROLES) {
        await createMember(container, market.vendors[0]!.id, role, `${role}@one.example.com`)
      }
      await createMember(container, market.vendors[1]!.id, "owner", "owner@two.example.com")
      await createStaff(container, "catalogue")
      await createStaff(container, "support")
      category = await createCategories(container)
      const { result: tags } = await createProductTagsWorkflow(container).run({
        input: { product_tags: [{ value: "handmade" }] },
      })
      tagId = tags[0]!.id
    })

    const suite: ProductSuite = {
      get base_url() {
        return api.defaults.baseURL
      },
      get container() {
        return container
      },
      get market() {
        return market
      },
      get shopper() {
        return shopper
      },
      get category() {
        return category
      },
      get tag_id() {
        return tagId
      },
    }
    describeDecision(suite)
    describePictures(suite)
    describeOwnShop(suite)

    describeLifecycle(suite)
    describeVariants(suite)
    describeIsolation(suite)
    describeRefusals(suite)
    describePermissions(suite)
    describeApproval(suite)
    describeReview(suite)
  },
})

async function createCategories(container: MedusaContainer) {
  const { result } = await createProductCategoriesWorkflow(container).run({
    input: {
      product_categories: [
        { name: "Clothes", is_active: true, is_internal: false },
        { name: "Internal", is_active: true, is_internal: true },
        { name: "Hidden", is_active: false, is_internal: false },
      ],
    },
  })
  const idOf = (name: string) => result.find((each) => each.name === name)!.id

  return { open: idOf("Clothes"), internal: idOf("Internal"), hidden: idOf("Hidden") }
}
