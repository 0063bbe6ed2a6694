import { collectVendorOrderWorkflow } from "../../../src/workflows/pay-on-delivery/workflows/collect-vendor-order"
import { fulfilVendorOrderWorkflow } from "../../../src/workflows/vendor-order/workflows/fulfil-vendor-order"
import { buyFromShop } from "../records/shop-order"
import type { World } from "../world"
import type { Recipe, Recipes } from "./recipe"

type AtTheDoor = { id: string; amount: string; idempotency_key: string }

/** A parcel on its way to a buyer who pays at the door. */
async function parcelAtTheDoor(world: World): Promise<AtTheDoor> {
  const { id, line_id } = await buyFromShop(world)
  await fulfilVendorOrderWorkflow(world.container).run({
    input: {
      ...actorOf(world),
      vendor_order_id: id,
      items: [{ line_id, quantity: 1 }],
      tracking: [],
      is_shipped: true,
    },
  })
  const [row] = await world.sql<{ amount: string }>(
    `insert into vendor_order_collection (vendor_order_id, order_id, vendor_id, currency_code, amount_minor)
     select id, order_id, vendor_id, currency_code, charged_minor from vendor_order where id = ?
     returning (amount_minor / 100)::float8::text as amount`,
    [id]
  )

  return { id, amount: row!.amount, idempotency_key: `walk-collection-${world.serial()}` }
}

const actorOf = ({ shop, people }: World) => ({ vendor_id: shop.id, actor: people["shop:owner"]!.id })

const collected =
  (more: Record<string, unknown> = {}): Recipe =>
  async (world) => {
    const { id, ...collection } = await parcelAtTheDoor(world)

    return { params: { id }, body: { ...collection, ...more } }
  }

const refused: Recipe = async (world) => ({
  params: { id: (await parcelAtTheDoor(world)).id },
  body: { reason: "not_there", note: "Nobody opened." },
})

export const payOnDeliveryRecipes: Recipes = {
  "POST /vendor/orders/:id/collect": collected(),
  "POST /vendor/orders/:id/refuse": refused,
  "POST /admin/vendor-orders/:id/collect": collected({ held_by: "platform" }),
  "POST /admin/vendor-orders/:id/refuse": refused,
  "POST /admin/vendor-orders/:id/remit": async (world) => {
    const { id, ...collection } = await parcelAtTheDoor(world)
    await collectVendorOrderWorkflow(world.container).run({
      input: { ...actorOf(world), vendor_order_id: id, ...collection, held_by: "vendor" },
    })

    return { params: { id }, body: { amount: collection.amount } }
  },
}
