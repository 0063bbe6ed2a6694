import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { PaystackSandbox } from "../../../sandbox"
import { ACCESS_MODULE } from "../../../src/modules/access"
import type { Settings } from "../../../src/modules/access/domain/settings"
import type AccessModuleService from "../../../src/modules/access/service"
import { PAYOUT_MODULE } from "../../../src/modules/payout"
import type PayoutModuleService from "../../../src/modules/payout/service"
import { followPayoutsWorkflow } from "../../../src/workflows/payout/workflows/follow-payouts"
import { releaseMoneyWorkflow } from "../../../src/workflows/payout/workflows/release-money"
import { runPayoutsWorkflow } from "../../../src/workflows/payout/workflows/run-payouts"
import type { CheckoutBench } from "../../helpers/checkout-bench"
import type { Marketplace } from "../../helpers/create-marketplace"
import type { OrderAnswer, OrderDesk } from "../../helpers/order-desk"
import type { Client, Person } from "../../helpers/people"

/** The example of the Central Bank of Nigeria; its digits stand nowhere else. */
export const NUMBER = "0000014579"
const ACCOUNT = {
  bank_code: "011",
  account_number: NUMBER,
  account_name: "Ada Textiles",
  currency_code: "ngn",
}

export type Balance = Record<
  "currency_code" | "pending" | "available" | "reserved" | "disputed" | "in_transit" | "paid_out",
  string
> & { is_under_review: boolean }

export type PayoutBody = {
  id: string
  state: string
  amount: string
  fee: string
  reference: string
  account_last4: string
  reason: string | null
  retry_of?: string | null
  rail?: string
  batch?: string
  is_to_send?: boolean
  last_error?: string | null
  post_count?: number
}

/** Three shops with accounts and their owners, and two of the staff, all with a fresh second factor. */
export type PayoutWorld = {
  base_url: string
  container: MedusaContainer
  market: Marketplace
  sandbox: PaystackSandbox
  desk: OrderDesk
  bench: CheckoutBench
  owners: Person[]
  shops: Client[]
  finance: Client
  second: Client
  people: { finance: Person; second: Person }
}

export type PayoutSuite = PayoutWorld & ReturnType<typeof handles>

const NAMES = [
  "base_url",
  "container",
  "market",
  "sandbox",
  "desk",
  "bench",
  "owners",
  "shops",
  "finance",
  "second",
  "people",
] as const

/** The world is made after the tests are declared, so each of its parts is asked for when it is used. */
export function suiteOf(world: () => PayoutWorld): PayoutSuite {
  const parts = Object.fromEntries(NAMES.map((name) => [name, { get: () => world()[name] }]))
  const suite = Object.defineProperties({}, parts) as PayoutWorld

  return Object.assign(suite, handles(suite))
}

function handles(suite: PayoutWorld) {
  const sql = async <Row = Record<string, unknown>>(text: string, values: string[] = []): Promise<Row[]> =>
    (await suite.container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values)).rows

  const vendorId = (shop: number) => suite.market.vendors[shop]!.id

  const deliver = async (shop: number, order: { part: (shop: number) => Promise<string> }, daysAgo = 8) => {
    const id = await order.part(shop)
    const act = (path: string, body: object = {}) =>
      suite.shops[shop]!<OrderAnswer>("POST", `/vendor/orders/${id}/${path}`, body)
    const { body } = await suite.shops[shop]!<OrderAnswer>("GET", `/vendor/orders/${id}`)
    const items = body.order.lines.map((line) => ({ line_id: line.id, quantity: line.quantity }))
    const packed = await act("fulfilments", { items, is_shipped: true })
    const done = await act(`fulfilments/${packed.body.fulfilment_id}/deliver`)
    expect(done.body.order.status).toBe("delivered")
    await backdate(id, daysAgo)

    return { id, net: body.order.net_total }
  }
  const backdate = (id: string, days: number) =>
    sql(
      `update vendor_order_transition set created_at = now() - ?::interval where vendor_order_id = ? and to_status = 'delivered'`,
      [`${days} days`, id]
    )

  const release = async () => (await releaseMoneyWorkflow(suite.container).run({})).result
  const run = async (started_by: string | null = null) =>
    (await runPayoutsWorkflow(suite.container).run({ input: { started_by } })).result
  const follow = async () =>
    (await followPayoutsWorkflow(suite.container).run({ input: { limit: 100 } })).result

  const list = async (shop: number) =>
    (await suite.shops[shop]!<{ payouts: PayoutBody[]; count: number }>("GET", "/vendor/payouts")).body
      .payouts

  const soldAndReleased = async (shop: number) => {
    const order = await suite.desk.buy([shop])
    const { id, net } = await deliver(shop, order)
    await release()

    return { ...order, id, net }
  }
  /** A sale of the first shop that was made before the tests, and is there in each of them. */
  const ready = {
    sale: undefined as Awaited<ReturnType<typeof soldAndReleased>> | undefined,
    is_taken: false,
  }

  return {
    sql,
    vendorId,
    deliver,
    backdate,
    release,
    run,
    follow,
    list,
    payouts: () => suite.container.resolve<PayoutModuleService>(PAYOUT_MODULE),
    configure: (values: Partial<Settings>) =>
      suite.container.resolve<AccessModuleService>(ACCESS_MODULE).writeSettings({ values, by: "user_test" }),
    setAccount: async (shop: number, over: object = {}) => {
      const set = await suite.shops[shop]!("POST", "/vendor/bank-account", { ...ACCOUNT, ...over })
      expect([set.status, set.body]).toEqual([200, expect.anything()])
    },
    balance: async (shop: number): Promise<Balance> => {
      const { body } = await suite.shops[shop]!<{ balances: Balance[] }>("GET", "/vendor/balances")
      return body.balances[0]!
    },
    /** Sold, delivered long enough ago, and released: the one that is ready, or one more. */
    soldAndReleased: async (shop: number) => {
      if (shop !== 0 || !ready.sale || ready.is_taken) {
        return soldAndReleased(shop)
      }
      ready.is_taken = true

      return ready.sale
    },
    makeReady: async () => {
      ready.sale = await soldAndReleased(0)
    },
    /** Before each test, which finds the sale untouched. */
    putBack: () => {
      ready.is_taken = false
    },
    /** The one payout of a shop, as staff see it. */
    only: async (shop: number): Promise<PayoutBody> => {
      const all = await list(shop)
      expect(all).toHaveLength(1)
      return (await suite.finance<{ payout: PayoutBody }>("GET", `/admin/payouts/${all[0]!.id}`)).body.payout
    },
    posts: () => suite.sandbox.control.calls().filter(({ call }) => call === "POST /transfer"),
    /** Lets a call that was made be so old that nothing of it is under way. */
    age: (id: string, seconds: number) =>
      sql(`update payout set posted_at = now() - ?::interval where id = ?`, [`${seconds} seconds`, id]),
    paid: async (shop: number) =>
      suite.bench.eventually(async () =>
        expect((await list(shop)).map(({ state }) => state)).toEqual(["paid"])
      ),
  }
}

export const refusal = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code]

export const minor = (amount: string): bigint => {
  const [whole = "0", part = ""] = amount.split(".")
  return BigInt(whole + part.padEnd(2, "0"))
}
