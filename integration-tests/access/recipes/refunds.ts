import { BANK_GATEWAY } from "../../../src/lib/gateway"
import { GATEWAY_MODULE } from "../../../src/modules/gateway"
import type GatewayModuleService from "../../../src/modules/gateway/service"
import { sealRefundAccount } from "../../../src/workflows/payment/refund-account"
import { findAttempt } from "../../../src/workflows/payment/refund-attempts"
import { linkTo } from "../records/after-delivery"
import { once } from "../records/once"
import { paidToShop } from "../records/shop-order"
import type { World } from "../world"
import type { Recipes } from "./recipe"

const ACCOUNT = { bank_code: "999992", account_number: "0001234567", account_name: "Ada Textiles Limited" }

type Refund = { gateway: string; state: string; session_id?: string; origin?: "medusa" | "orphan" }

async function refundThat(world: World, { gateway, state, session_id, origin = "orphan" }: Refund) {
  const number = String(world.serial()).padStart(22, "0")
  const [payment, id] = [`gtx_walk${number}`, `grf_walk${number}`]
  await world.sql(
    `insert into gateway_transaction (id, gateway, reference, session_id, amount_minor, currency_code, email, state, paid_minor,
       paid_currency_code, fee_minor, settled_at, outcome, superseded_at)
     values (?, ?, ?, ?, 100000, 'ngn', 'walk@example.com', 'paid', 100000, 'ngn', 0, now(), 'refunded', now())`,
    [payment, gateway, `mkt-${id}`, session_id ?? `payses_${id}`]
  )
  await world.sql(
    `insert into gateway_refund (id, transaction_id, gateway, reference, key, amount_minor, currency_code, origin, state,
       gateway_refund_id, booked, posted_at, follow_up)
     values (?, ?, ?, ?, ?, 100000, 'ngn', ?, ?, ?, ?, now(), ?)`,
    [
      id,
      payment,
      gateway,
      `mkt-${id}`,
      id,
      origin,
      state,
      id,
      state === "failed" ? "returned" : "given",
      state === "failed" ? "person" : null,
    ]
  )

  return { id }
}

const failed = (world: World) => refundThat(world, { gateway: "paystack", state: "failed" })

const byHand = (world: World) => refundThat(world, { gateway: BANK_GATEWAY, state: "needs_attention" })

/** With an account that waits for staff, or that they have approved. */
async function withAccount(world: World, state: "waiting" | "ready") {
  const { id } = await byHand(world)
  const { container } = world
  const account = await sealRefundAccount(container, await findAttempt(container, id), {
    body: ACCOUNT,
    by: "buyer",
  })
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  await gateway.enterRefundAccount(
    { ...account, state: "waiting", name_check: null, name_missing: null },
    { is_by_staff: false }
  )
  if (state === "ready") {
    await gateway.approveRefundAccount({ id: account.id, by: "user_walk" })
  }

  return { id }
}

/** One is enough to read of; each refund of it is another. */
const aPaidOrder = once(paidToShop)

async function refundOfOrder(world: World) {
  const { order_id } = await aPaidOrder(world)
  const [session] = await world.sql<{ id: string }>(
    `select s.id from payment_session s join order_payment_collection c on c.payment_collection_id = s.payment_collection_id
     where c.order_id = ? order by s.created_at limit 1`,
    [order_id]
  )
  const { id } = await refundThat(world, {
    gateway: BANK_GATEWAY,
    state: "needs_attention",
    session_id: session!.id,
    origin: "medusa",
  })

  return { id, order_id, query: `token=${linkTo(order_id)}` }
}

export const refundRecipes: Recipes = {
  "GET /admin/refunds": async (world) => {
    await failed(world)

    return {}
  },
  "POST /admin/refunds/:id/retry": async (world) => ({ params: await failed(world), body: {} }),
  "GET /admin/refunds/:id/account": async (world) => ({ params: await withAccount(world, "ready") }),
  "POST /admin/refunds/:id/account": async (world) => ({ params: await byHand(world), body: ACCOUNT }),
  "POST /admin/refunds/:id/account/approve": async (world) => ({
    params: await withAccount(world, "waiting"),
    body: {},
  }),
  "GET /store/orders/:id/refunds": async (world) => {
    const { order_id, query } = await refundOfOrder(world)

    return { params: { id: order_id }, query }
  },
  "POST /store/orders/:id/refunds/:refund_id/account": async (world) => {
    const { id: refund_id, order_id, query } = await refundOfOrder(world)

    return { params: { id: order_id, refund_id }, query, body: ACCOUNT }
  },
}
