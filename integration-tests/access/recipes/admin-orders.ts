import { ChangeActionType, Modules } from "@medusajs/framework/utils"
import { ADDRESS, freshOrder, packedOrder, QUANTITY, reservedOrder } from "../records/fresh-order"
import { openChange } from "../records/order-change"
import { paidOrder } from "../records/paid-order"
import { pendingSession } from "../records/payment"
import type { World } from "../world"
import type { Recipe, Recipes } from "./recipe"

const ofPaidOrder: Recipe = async (world) => ({ params: { id: (await paidOrder(world)).id } })

const ofFreshOrder =
  (body: unknown = {}): Recipe =>
  async (world) => ({ params: { id: (await freshOrder(world)).id }, body })

const ofPacked =
  (body: unknown = {}): Recipe =>
  async (world) => {
    const { id, fulfillment_id } = await packedOrder(world)

    return { params: { id, fulfillment_id }, body }
  }

async function offeredOrder(world: World): Promise<string> {
  const order = await freshOrder(world)
  const buyer = world.people.buyer!
  await openChange(world, order, { change_type: "transfer" }, [
    {
      action: ChangeActionType.TRANSFER_CUSTOMER,
      reference: "customer",
      reference_id: buyer.id,
      details: { token: "token", original_email: null },
    },
  ])

  return order.id
}

export const adminOrderRecipes: Recipes = {
  "GET /admin/orders": async (world) => {
    await paidOrder(world)

    return {}
  },
  "GET /admin/orders/:id": ofPaidOrder,
  "GET /admin/orders/:id/changes": ofPaidOrder,
  "GET /admin/orders/:id/line-items": ofPaidOrder,
  "GET /admin/orders/:id/preview": ofPaidOrder,
  "GET /admin/orders/:id/shipping-options": ofPaidOrder,
  "POST /admin/orders/export": () => ({ body: {} }),
  "POST /admin/orders/:id": ofFreshOrder({ shipping_address: { ...ADDRESS, address_1: "14 Allen Avenue" } }),
  "POST /admin/orders/:id/archive": async (world) => ({
    params: { id: (await freshOrder(world, { status: "completed" })).id },
    body: {},
  }),
  "POST /admin/orders/:id/cancel": ofFreshOrder(),
  "POST /admin/orders/:id/complete": ofFreshOrder(),
  "POST /admin/orders/:id/credit-lines": ofFreshOrder({
    amount: 10,
    reference: "goodwill",
    reference_id: "late-parcel",
  }),
  "POST /admin/orders/:id/fulfillments": async (world) => {
    const { id, item_id } = await reservedOrder(world)

    return { params: { id }, body: { items: [{ id: item_id, quantity: QUANTITY }] } }
  },
  "POST /admin/orders/:id/fulfillments/:fulfillment_id/cancel": ofPacked(),
  "POST /admin/orders/:id/fulfillments/:fulfillment_id/mark-as-delivered": ofPacked(),
  "POST /admin/orders/:id/fulfillments/:fulfillment_id/shipments": async (world) => {
    const { id, item_id, fulfillment_id } = await packedOrder(world)

    return { params: { id, fulfillment_id }, body: { items: [{ id: item_id, quantity: QUANTITY }] } }
  },
  "POST /admin/orders/:id/payment-sessions/authorize": async (world) => {
    const { order, session_id } = await pendingSession(world)

    return { params: { id: order.id }, body: { payment_session_id: session_id } }
  },
  "POST /admin/orders/:id/transfer": async (world) => ({
    params: { id: (await freshOrder(world)).id },
    body: { customer_id: world.people.buyer!.id },
  }),
  "POST /admin/orders/:id/transfer/cancel": async (world) => ({
    params: { id: await offeredOrder(world) },
    body: {},
  }),
  "POST /admin/orders/:id/transfer/guest": async (world) => ({
    params: { id: (await freshOrder(world)).id },
    body: { email: `friend${world.serial()}@example.com` },
  }),
}

/** The bell of the dashboard: what core wrote about an export. */
export const adminNotificationRecipes: Recipes = {
  "GET /admin/notifications": async (world) => {
    await world.container.resolve(Modules.NOTIFICATION).createNotifications({
      to: "",
      channel: "feed",
      template: "admin-ui",
      data: { title: "Export", description: "The orders were exported." },
    })

    return {}
  },
}
