import { Modules } from "@medusajs/framework/utils"
import { VENDOR_MODULE } from "../../../src/modules/vendor"
import type { RequirementKey } from "../../../src/modules/vendor/domain/requirement"
import type { VendorStatus } from "../../../src/modules/vendor/domain/vendor-status"
import type VendorModuleService from "../../../src/modules/vendor/service"
import { sealDocument } from "../../../src/workflows/vendor-onboarding/document-file"
import { addDocumentWorkflow } from "../../../src/workflows/vendor-onboarding/workflows/add-document"
import { once } from "../records/once"
import { moduleOf, type World } from "../world"
import type { Recipe, Recipes } from "./recipe"

const REASON = { reason: "Papers are missing." }

/** A shop that nobody of the walk belongs to; one that was approved has a place of its own. */
async function createShop(world: World, status: VendorStatus = "pending") {
  const number = world.serial()
  const { id } = await world.container.resolve<VendorModuleService>(VENDOR_MODULE).openShop({
    name: `Walked shop ${number}`,
    contact_email: "walked@shop.example.com",
    country_code: "ng",
  })
  if (status !== "pending") {
    const name = `Place of shop ${number}`
    const profile = await moduleOf(world, Modules.FULFILLMENT).createShippingProfiles({
      name,
      type: "vendor",
    })
    const location = await moduleOf(world, Modules.STOCK_LOCATION).createStockLocations({ name })
    await world.sql(
      "update vendor set status = ?, shipping_profile_id = ?, stock_location_id = ? where id = ?",
      [status, profile.id, location.id, id]
    )
  }

  return { id }
}

/** One that staff have to look at, with something handed in. */
async function createRequirement(world: World, key: RequirementKey) {
  const { id } = await createShop(world)
  await world.sql(
    `insert into vendor_requirement (id, vendor_id, key, state, submitted_at) values (?, ?, ?, 'submitted', now())`,
    [`vreq_walk${world.serial()}`, id, key]
  )

  return { id, key }
}

const documentOf = once(async (world: World) => {
  const { id } = await createShop(world)
  const { result: doc_id } = await addDocumentWorkflow(world.container).run({
    input: {
      vendor_id: id,
      document: sealDocument(Buffer.from("%PDF-1.7 a licence"), "licence.pdf"),
      actor: world.people["shop:owner"]!.id,
    },
  })

  return { id, doc_id }
})

const acting =
  (from: VendorStatus, body: object): Recipe =>
  async (world) => ({ params: await createShop(world, from), body })

const versionOf = (world: World, id: string) =>
  world.container.resolve<VendorModuleService>(VENDOR_MODULE).readShopVersion(id)

/** The same on a shop as it was seen. */
const reviewing =
  (body: object): Recipe =>
  async (world) => {
    const shop = await createShop(world)

    return { params: shop, body: { ...body, version: await versionOf(world, shop.id) } }
  }

const deciding =
  (body: object): Recipe =>
  async (world) => {
    const requirement = await createRequirement(world, "documents")

    return { params: requirement, body: { ...body, version: await versionOf(world, requirement.id) } }
  }

const thisMonth = async (world: World) => ({
  params: { ...(await createShop(world)), period: new Date().toISOString().slice(0, 7) },
})

export const adminVendorRecipes: Recipes = {
  "GET /admin/vendors": () => ({}),
  "GET /admin/vendors/:id": async (world) => ({ params: await createShop(world) }),
  "GET /admin/performance": () => ({}),
  "GET /admin/vendors/:id/performance": async (world) => ({ params: await createShop(world) }),
  "GET /admin/vendors/:id/performance/:metric/orders": async (world) => ({
    params: { ...(await createShop(world)), metric: "cancellation" },
  }),
  "GET /admin/vendors/:id/statements": async (world) => ({ params: await createShop(world) }),
  "GET /admin/vendors/:id/statements/:period": thisMonth,
  "GET /admin/vendors/:id/statements/:period/export": thisMonth,
  "GET /admin/vendors/:id/statements/:period/print": thisMonth,
  "POST /admin/vendors/:id": acting("approved", { description: "Cloth and thread" }),
  "POST /admin/vendors/:id/approve": reviewing({}),
  "POST /admin/vendors/:id/reject": reviewing(REASON),
  "POST /admin/vendors/:id/suspend": acting("approved", REASON),
  "POST /admin/vendors/:id/reinstate": acting("suspended", {}),
  "POST /admin/vendors/:id/close": acting("approved", REASON),
  "POST /admin/vendors/:id/requirements/:key/accept": deciding({}),
  "POST /admin/vendors/:id/requirements/:key/waive": deciding(REASON),
  "POST /admin/vendors/:id/requirements/:key/reject": deciding(REASON),
  "GET /admin/vendors/:id/documents/:doc_id": async (world) => ({ params: await documentOf(world) }),
}
