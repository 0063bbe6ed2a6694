import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { prepaySession } from "../../../src/modules/vendor-order/domain/prepayment"
import { collectVendorOrderWorkflow } from "../../../src/workflows/pay-on-delivery/workflows/collect-vendor-order"
import { fulfilVendorOrderWorkflow } from "../../../src/workflows/vendor-order/workflows/fulfil-vendor-order"
import { PAYSTACK } from "../../helpers/checkout-bench"
import { linkTo } from "../records/after-delivery"
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

/** The region of the walk takes payments by Paystack, which nobody can reach: its page for the part is open already. */
const prepaid: Recipe = async (world) => {
  const { id: vendor_order_id } = await parcelAtTheDoor(world)
  const link = { [Modules.REGION]: { region_id: world.market.region_id } }
  await world.container
    .resolve(ContainerRegistrationKeys.LINK)
    .create({ ...link, [Modules.PAYMENT]: { payment_provider_id: PAYSTACK } })
  const [row] = await world.sql<{ order_id: string }>(
    `insert into gateway_transaction (id, gateway, reference, session_id, amount_minor, currency_code, email, state, redirect_url)
     select ?, 'paystack', ?, ?, amount_minor, currency_code, 'walk@example.com', 'open', 'https://pay.example.com'
     from vendor_order_collection where vendor_order_id = ?
     returning (select order_id from vendor_order where id = ?) as order_id`,
    [
      `gtx_${vendor_order_id}`,
      `mkt-${vendor_order_id}`,
      prepaySession(vendor_order_id),
      vendor_order_id,
      vendor_order_id,
    ]
  )
  const { order_id } = row!

  return {
    params: { id: order_id, vendor_order_id },
    query: `token=${linkTo(order_id)}`,
    body: { provider_id: PAYSTACK },
  }
}

export const payOnDeliveryRecipes: Recipes = {
  "POST /store/orders/:id/vendor-orders/:vendor_order_id/prepay": prepaid,
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
