import { setTimeout as sleep } from "node:timers/promises"
import { PAYSTACK } from "../../helpers/checkout-bench"
import type { Marketplace } from "../../helpers/create-marketplace"
import { describeStates, type KillState, statesOf } from "../../helpers/kill-states"
import type { Store } from "../../helpers/kill-store"
import type { ServerProcess } from "../../helpers/server-process"
import { Shopper } from "../../helpers/shopper"
import { problemsOf, type RefundedOrder, rowsOf } from "./refund-findings"

type Place = {
  readonly store: Store
  readonly server: ServerProcess
  readonly market: Marketplace
  restart: () => Promise<void>
  say: (text: string) => void
}

type Path = "asked" | "finished" | "tried again"

/** What each path writes and asks; one that is not passed any more is missed here. */
const EXPECTED: Record<Path, string[]> = {
  asked: [
    "insert vendor_order_refund_request",
    "insert refund",
    "insert gateway_refund",
    "gateway POST /refund",
    "update gateway_refund",
    "insert vendor_order_refund",
    "insert ledger_entry",
    "update vendor_order_refund_request",
  ],
  finished: [
    "insert refund",
    "insert gateway_refund",
    "gateway POST /refund",
    "update vendor_order_refund_request",
  ],
  "tried again": [
    "insert gateway_refund",
    "gateway POST /refund",
    "update gateway_refund",
    "insert vendor_order_refund",
    "insert ledger_entry",
    "update vendor_order_refund_request",
  ],
}

export function describeKilledRefunds(place: Place): void {
  describe("a server killed in the middle of a refund", () => {
    const AMOUNT = 50_000
    const shop = () => place.market.vendors[0]!
    const rows = (sql: string, values: unknown[] = []) => rowsOf(place.store, sql, values)

    /** An order that is paid for, of which a part is to go back. */
    async function bought(): Promise<RefundedOrder> {
      const shopper = new Shopper(place.server.base_url, place.market.publishable_key)
      const cart = await shopper.createCart(place.market.region_id, [shop().products[0]!.variant_id])
      await shopper.chooseAnyShipping(cart.id)
      const { data } = await shopper.startedSession(cart.id, PAYSTACK)
      place.store.sandbox.control.pay(data.reference)
      const { body } = await shopper.complete(cart.id)
      const order_id = body.order!.id
      const [part] = await rows(`select id from vendor_order where order_id = $1`, [order_id])

      return { order_id, reference: data.reference, vendor_order_id: part!.id!, amount: AMOUNT }
    }

    /** A few at a time: most of a purchase is waiting. */
    async function boughtMany(count: number): Promise<RefundedOrder[]> {
      // Two first orders at once would both make the buyer.
      const orders = [await bought()]
      while (orders.length < count) {
        const few = Math.min(3, count - orders.length)
        orders.push(...(await Promise.all(Array.from({ length: few }, bought))))
      }

      return orders
    }

    const wishOf = ({ vendor_order_id }: RefundedOrder) => ({
      vendor_id: shop().id,
      vendor_order_id,
      actor: "user_staff",
      items: [],
      shipping: false,
      amount: String(AMOUNT / 100),
      reason: "goodwill",
      note: "For the wait.",
      idempotency_key: `crash-${vendor_order_id}`,
    })

    const requestOf = async ({ order_id, vendor_order_id }: RefundedOrder) => {
      const [request] = await rows(`select id, stage from vendor_order_refund_request where order_id = $1`, [
        order_id,
      ])

      return { id: request?.id, stage: request?.stage, order_id, vendor_order_id, vendor_id: shop().id }
    }

    const start: Record<Path, (run: string, order: RefundedOrder) => Promise<unknown>> = {
      asked: (run, order) => place.server.startRefund(run, wishOf(order)),
      finished: async (run, order) => place.server.startFinishing(run, await requestOf(order)),
      "tried again": (run, order) => place.server.startFollowingUp(run, order.reference),
    }

    const untilStage = async (order: RefundedOrder, stage: string) => {
      for (let waited = 0; waited < 30_000; waited += 20) {
        if ((await requestOf(order)).stage === stage) {
          return
        }
        await sleep(20)
      }
      throw new Error(`The refund of ${order.order_id} did not become ${stage}`)
    }

    /** What a path passes that nothing stops. */
    async function statesFor(path: Path, order: RefundedOrder): Promise<KillState[]> {
      const run = `${path}:read:${order.order_id}`
      await start[path](run, order)
      await untilStage(order, "made")
      // The last steps come after the request is marked.
      await sleep(300)

      return statesOf((await place.server.run(run)).trace)
    }

    async function read(path: Path, next: () => Promise<RefundedOrder>): Promise<KillState[]> {
      await statesFor(path, await next())
      const states = await statesFor(path, await next())
      place.say(describeStates(`A refund that is ${path}`, states))
      const points = states.map(({ point }) => point)
      const missed = EXPECTED[path].filter((write) => !points.some((point) => point.includes(write)))
      expect([path, missed, points]).toEqual([path, [], points])

      return states
    }

    const standing: { order: RefundedOrder; where: string }[] = []

    async function stand(
      path: Path,
      { point }: Pick<KillState, "point">,
      order: RefundedOrder
    ): Promise<void> {
      const run = `${path}:${order.order_id}`
      const where = `${path}, ${point} (${order.order_id})`
      await place.server.arm(run, point)
      await start[path](run, order)
      expect([where, await place.server.untilFrozen(run, () => false)]).toEqual([where, true])
      standing.push({ order, where })
    }

    /** Past the time after which "not found" means that nothing was given back. */
    const letTimePass = async () => {
      await place.store.db.query(`update gateway_refund set posted_at = posted_at - interval '1 hour'`)
      await place.store.db.query(`update gateway_refund set retry_at = now() where retry_at is not null`)
    }

    /** What the gateway has taken on and could not make. */
    async function failedOnes(count: number): Promise<RefundedOrder[]> {
      const orders = await boughtMany(count)
      for (const order of orders) {
        place.store.sandbox.control.fault({ on: "refund", kind: "fails" })
        await place.server.startRefund(`failed:${order.order_id}`, wishOf(order))
        await untilStage(order, "made")
        await sleep(80)
      }
      await place.server.reconcile()
      for (const order of orders) {
        await untilStage(order, "retrying")
      }
      await letTimePass()

      return orders
    }

    async function standEverywhere(
      path: Path,
      next: () => Promise<RefundedOrder>,
      choose = (states: KillState[]) => states
    ): Promise<KillState[]> {
      const states = await read(path, next)
      for (const state of choose(states)) {
        await stand(path, state, await next())
      }

      return states
    }

    /** Refunds that were left right after they were written, for the job. */
    async function leave(count: number, { point }: KillState): Promise<RefundedOrder[]> {
      const left = await boughtMany(count)
      for (const order of left) {
        await stand("asked", { point }, order)
      }

      return left
    }

    const oneOf = (orders: RefundedOrder[]) => async () =>
      orders.pop() ??
      Promise.reject(new RangeError("A refund has more states than before: prepare more of them"))

    async function settle(): Promise<void> {
      for (let run = 0; run < 3; run += 1) {
        await letTimePass()
        await place.server.finishRefunds()
        await place.server.reconcile()
      }
    }

    it("has given the part back exactly once after a restart, wherever it was killed", async () => {
      const [written] = await standEverywhere("asked", oneOf(await boughtMany(18)))
      const left = await leave(7, written!)
      await place.restart()
      // Once the gateway has answered, the job writes what a request writes; both ends of that are enough.
      await standEverywhere("finished", oneOf(left), (states) => [...states.slice(0, 4), ...states.slice(-1)])
      await standEverywhere("tried again", oneOf(await failedOnes(9)))
      await place.restart()
      await settle()

      const found: Record<string, string> = {}
      for (const { order, where } of standing) {
        found[where] = await problemsOf(place.store, order)
      }
      expect(found).toEqual(Object.fromEntries(standing.map(({ where }) => [where, ""])))
    })
  })
}
