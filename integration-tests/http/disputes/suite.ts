import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { PaystackSandbox } from "../../../sandbox"
import type { FlutterwaveSandbox } from "../../../sandbox/flutterwave"
import { loadEnv } from "../../../src/lib/env"
import { signLink } from "../../../src/lib/signed-link"
import { ACCESS_MODULE } from "../../../src/modules/access"
import type { Settings } from "../../../src/modules/access/domain/settings"
import type AccessModuleService from "../../../src/modules/access/service"
import { followDisputesWorkflow } from "../../../src/workflows/dispute/workflows/follow-disputes"
import { releaseMoneyWorkflow } from "../../../src/workflows/payout/workflows/release-money"
import { runPayoutsWorkflow } from "../../../src/workflows/payout/workflows/run-payouts"
import type { CheckoutBench } from "../../helpers/checkout-bench"
import type { Marketplace } from "../../helpers/create-marketplace"
import { keptAt } from "../../helpers/kept-at"
import type { OrderAnswer, OrderDesk } from "../../helpers/order-desk"
import type { Client } from "../../helpers/people"
import type { BeginWith } from "../../helpers/server-tests"
import { pressOnPaymentPage, type Shopper } from "../../helpers/shopper"

export type CaseBody = {
  id: string
  kind: string
  state: string
  amount: string
  held: string
  due_at: string
  act_at: string
  submit_count: number
  last_error: string | null
  fee: string
  fee_party: string | null
  ruling: string | null
  refund_amount: string | null
  shares: { vendor_order_id: string; vendor_id: string; amount: string; accepted_at: string | null }[]
  items: { line_id: string }[]
  messages: { author: string; text: string }[]
  evidence: { id: string; filename: string }[]
  history: { from_state: string | null; to_state: string; actor: string }[]
}

export type CaseAnswer = { dispute: CaseBody; code?: string }

/** Two shops, their owners, two of the staff, and both gateways. */
export type DisputeWorld = {
  container: MedusaContainer
  market: Marketplace
  sandbox: PaystackSandbox
  flutterwave: FlutterwaveSandbox
  desk: OrderDesk
  bench: CheckoutBench
  shops: Client[]
  finance: Client
  support: Client
  guest: Client
  shopper: Shopper
}

export type DisputeSuite = DisputeWorld & ReturnType<typeof handles>

const NAMES = [
  "container",
  "market",
  "sandbox",
  "flutterwave",
  "desk",
  "bench",
  "shops",
  "finance",
  "support",
  "guest",
  "shopper",
] as const

/** The world is made after the tests are declared, so each of its parts is asked for when it is used. */
export function suiteOf(world: () => DisputeWorld, beginWith: BeginWith): DisputeSuite {
  const parts = Object.fromEntries(NAMES.map((name) => [name, { get: () => world()[name] }]))
  const suite = Object.defineProperties({}, parts) as DisputeWorld

  return Object.assign(suite, handles(suite, beginWith))
}

function handles(suite: DisputeWorld, beginWith: BeginWith) {
  const sql = async <Row = Record<string, unknown>>(text: string, values: string[] = []): Promise<Row[]> =>
    (await suite.container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values)).rows
  const vendorId = (shop: number) => suite.market.vendors[shop]!.id
  const cases = async () =>
    (await suite.finance<{ disputes: CaseBody[] }>("GET", "/admin/disputes?order=created_at")).body.disputes
  const one = async (id: string) =>
    (await suite.finance<CaseAnswer>("GET", `/admin/disputes/${id}`)).body.dispute
  const follow = async () => (await followDisputesWorkflow(suite.container).run({})).result

  const tokenOf = (order_id: string) =>
    signLink(loadEnv().JWT_SECRET, { purpose: "order", id: order_id }, new Date(Date.now() + 60_000))
  const beginWithPaid = keptAt(() => suite.sandbox.control, beginWith)

  return {
    /** All tests of the block begin with this order: one piece of each of these shops. */
    beginWithOrder: (shops: number[]) => beginWithPaid(() => suite.desk.buy(shops)),
    sql,
    vendorId,
    cases,
    one,
    follow,
    release: async () => (await releaseMoneyWorkflow(suite.container).run({})).result,
    pay: async () => (await runPayoutsWorkflow(suite.container).run({ input: { started_by: null } })).result,
    configure: (values: Partial<Settings>) =>
      suite.container.resolve<AccessModuleService>(ACCESS_MODULE).writeSettings({ values, by: "user_test" }),
    /** What a shop has by the books: pending, available, held by cases. */
    money: async (shop: number) => {
      const of = async (type: "vendor_pending" | "vendor_available" | "vendor_disputed") =>
        -(await suite.bench.books.balance(type, vendorId(shop)))
      return {
        pending: await of("vendor_pending"),
        available: await of("vendor_available"),
        disputed: await of("vendor_disputed"),
      }
    },
    /** A dispute of the payment, once the server has heard of it. */
    chargedBack: async (
      { session }: { session: { data: { reference: string } } },
      filing: Parameters<PaystackSandbox["control"]["dispute"]>[1] = {}
    ): Promise<{ gateway_id: number; dispute: CaseBody }> => {
      const known = (await cases()).length
      const { id } = suite.sandbox.control.dispute(session.data.reference, filing)
      await suite.bench.eventually(async () => expect(await cases()).toHaveLength(known + 1))
      return { gateway_id: id, dispute: await one((await cases()).at(-1)!.id) }
    },
    /** An order of the first shop's, paid at the other gateway. */
    flutterwaveOrder: async () => {
      const { shopper, market } = suite
      const cart = await shopper.createCart(market.region_id, [market.vendors[0]!.products[0]!.variant_id])
      await shopper.chooseAnyShipping(cart.id)
      const session = await shopper.startedSession(cart.id, "pp_flutterwave_flutterwave")
      await pressOnPaymentPage(session.data.authorization_url, "pay")
      const { body } = await shopper.complete(cart.id)
      expect(body.order?.id).toEqual(expect.any(String))
      return { order_id: body.order!.id, session }
    },
    /** Lets the moment come at which a case is acted on by itself. */
    letActAt: (id: string) =>
      sql(`update dispute set act_at = now() - interval '1 second' where id = ?`, [id]),
    letCallBeOld: (id: string) =>
      sql(`update dispute set called_at = now() - interval '10 minutes' where id = ?`, [id]),
    tokenOf,
    /** By the holder of the order's link, about the first shop's part. */
    open: async (
      order: { order_id: string; part: (shop: number) => Promise<string> },
      over: Record<string, unknown> = {},
      token = tokenOf(order.order_id)
    ) =>
      suite.guest<CaseAnswer>("POST", `/store/disputes?token=${token}`, {
        order_id: order.order_id,
        vendor_order_id: await order.part(0),
        reason: "missing_item",
        message: "The screen is <b>broken</b>.",
        ...over,
      }),
    paymentOf: async (order_id: string) => {
      const { data } = await suite.container.resolve(ContainerRegistrationKeys.QUERY).graph({
        entity: "order",
        fields: ["payment_collections.payments.id"],
        filters: { id: order_id },
      })
      const order = data[0] as unknown as { payment_collections: { payments: { id: string }[] }[] }
      return order.payment_collections[0]!.payments[0]!.id
    },
    deliver: async (shop: number, order: { part: (shop: number) => Promise<string> }) => {
      const id = await order.part(shop)
      const act = (path: string, body: object = {}) =>
        suite.shops[shop]!<OrderAnswer>("POST", `/vendor/orders/${id}/${path}`, body)
      const { body } = await suite.shops[shop]!<OrderAnswer>("GET", `/vendor/orders/${id}`)
      const items = body.order.lines.map((line) => ({ line_id: line.id, quantity: line.quantity }))
      const tracking = [{ number: `GIG-${shop}`, carrier: "GIG Logistics" }]
      const packed = await act("fulfilments", { items, is_shipped: true, tracking })
      const done = await act(`fulfilments/${packed.body.fulfilment_id}/deliver`)
      expect(done.body.order.status).toBe("delivered")
      await sql(
        `update vendor_order_transition set created_at = now() - interval '8 days'
         where vendor_order_id = ? and to_status = 'delivered'`,
        [id]
      )
    },
  }
}

export const refusal = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code]

export const minor = (amount: string): bigint => {
  const [whole = "0", part = ""] = amount.split(".")
  return BigInt(whole + part.padEnd(2, "0"))
}
