import {
  deliveredPiece,
  indebtedShop,
  linkTo,
  requestedWriteOff,
  returnInState,
} from "../records/after-delivery"
import { once } from "../records/once"
import { deliveredToBuyer, paidToShop } from "../records/shop-order"
import { pictureForm } from "../records/upload"
import type { World } from "../world"
import type { Recipe, Recipes } from "./recipe"

/** One is enough: every refund of it is small. */
const aPaidOrder = once(paidToShop)

/** A kobo of a paid order. */
const aKobo: Recipe = async (world) => ({
  params: { id: (await aPaidOrder(world)).id },
  body: {
    amount: "0.01",
    reason: "goodwill",
    note: "For the wait.",
    idempotency_key: `walk-refund-${world.serial()}`,
  },
})

const ofReturn =
  (state: "requested" | "approved" | "disputed", body: Record<string, unknown>): Recipe =>
  async (world) => ({ params: { id: (await returnInState(world, state)).id }, body })

const aReturn = once((world: World) => returnInState(world, "requested"))

/** By the link of its order. */
const ofBuyersReturn =
  (state: "requested" | "approved"): Recipe =>
  async (world) => {
    const { id, order_id } = await returnInState(world, state)

    return { params: { id }, query: `token=${linkTo(order_id)}`, body: {} }
  }

const REJECTION = { reason: "It was worn." }

const ofWriteOff: Recipe = async (world) => ({ params: await requestedWriteOff(world), body: {} })

export const afterSaleRecipes: Recipes = {
  "POST /vendor/orders/:id/refund": aKobo,
  "GET /admin/vendor-orders": () => ({}),
  "GET /admin/vendor-orders/:id": async (world) => ({ params: { id: (await aPaidOrder(world)).id } }),
  "POST /admin/vendor-orders/:id/refund": aKobo,
  "POST /admin/vendor-orders/:id/cancel": async (world) => ({
    params: { id: (await paidToShop(world)).id },
    body: { reason: "The shop has none left." },
  }),
  "POST /admin/vendor-orders/:id/confirm-delivery": async (world) => ({
    params: { id: (await deliveredToBuyer(world)).id },
    body: {},
  }),
  "POST /store/orders/:id/vendor-orders/:vendor_order_id/confirm-delivery": async (world) => {
    const { id: vendor_order_id, order_id } = await deliveredToBuyer(world)

    return { params: { id: order_id, vendor_order_id }, query: `token=${linkTo(order_id)}`, body: {} }
  },
  "POST /store/orders/:id/vendor-orders/:vendor_order_id/cancel": async (world) => {
    const { id: vendor_order_id, order_id } = await paidToShop(world)

    return {
      params: { id: order_id, vendor_order_id },
      query: `token=${linkTo(order_id)}`,
      body: { reason: "I found it nearer." },
    }
  },
  "POST /store/returns": async (world) => {
    const { order_id, item_id } = await deliveredPiece(world)

    return {
      query: `token=${linkTo(order_id)}`,
      body: { order_id, items: [{ id: item_id, quantity: 1 }], reason: "damaged" },
    }
  },
  "GET /store/returns": async (world) => {
    const { order_id } = await aReturn(world)

    return { query: `order_id=${order_id}&token=${linkTo(order_id)}` }
  },
  "GET /store/returns/:id": async (world) => {
    const { id, order_id } = await aReturn(world)

    return { params: { id }, query: `token=${linkTo(order_id)}` }
  },
  "POST /store/returns/:id/sent": ofBuyersReturn("approved"),
  "POST /store/returns/:id/photos": async (world, actor) => ({
    ...(await ofBuyersReturn("requested")(world, actor)),
    form: await pictureForm(),
  }),
  "POST /vendor/returns/:id/approve": ofReturn("requested", {}),
  "POST /vendor/returns/:id/reject": ofReturn("requested", REJECTION),
  "POST /vendor/returns/:id/receive": ofReturn("approved", {}),
  "GET /admin/vendor-returns": async (world) => {
    await aReturn(world)

    return {}
  },
  "GET /admin/vendor-returns/:id": async (world) => ({ params: { id: (await aReturn(world)).id } }),
  "POST /admin/vendor-returns/:id/approve": ofReturn("requested", {}),
  "POST /admin/vendor-returns/:id/reject": ofReturn("requested", REJECTION),
  "POST /admin/vendor-returns/:id/receive": ofReturn("approved", {}),
  "POST /admin/vendor-returns/:id/rule": ofReturn("disputed", { is_refunded: false, note: "It was worn." }),
  "GET /admin/payouts/write-offs": async (world) => {
    await requestedWriteOff(world)

    return {}
  },
  "POST /admin/payouts/write-offs": async (world) => ({
    body: { vendor_id: (await indebtedShop(world)).id, currency_code: "ngn", reason: "It has closed." },
  }),
  "POST /admin/payouts/write-offs/:id/approve": ofWriteOff,
  "POST /admin/payouts/write-offs/:id/reject": ofWriteOff,
}
