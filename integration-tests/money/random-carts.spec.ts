import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { capturePaymentWorkflow, completeCartWorkflow } from "@medusajs/medusa/core-flows"
import fc from "fast-check"
import { LEDGER_MODULE } from "../../src/modules/ledger"
import type LedgerModuleService from "../../src/modules/ledger/service"
import { createOddMarket, type OddMarket } from "../helpers/odd-market"
import { type Proven, proveOrder } from "../helpers/prove-order"
import { anyCart, fillCart, type RandomCart } from "../helpers/random-cart"
import { serverTests } from "../helpers/server-tests"
import { Shopper } from "../helpers/shopper"

const CARTS = Number(process.env.RANDOM_CARTS ?? 104)
/** `RANDOM_CARTS_SEED=$RANDOM` tries other carts; a failure names its seed. */
const SEED = Number(process.env.RANDOM_CARTS_SEED ?? 20_261_124)
/** One cart in so many goes through the store route instead of the workflow. */
const OVER_HTTP = 10

/** Carts that are filled and completed side by side, as shoppers do. */
const LANES = 3

jest.setTimeout(1_200_000)

serverTests({
  testSuite: ({ getContainer, api }) => {
    let market: OddMarket
    let container: MedusaContainer

    beforeAll(async () => {
      container = getContainer()
      market = await createOddMarket(container)
    })

    const ledger = () => container.resolve<LedgerModuleService>(LEDGER_MODULE)

    async function complete(cartId: string, index: number): Promise<string> {
      if (index % OVER_HTTP === 0) {
        const { body } = await new Shopper(api.defaults.baseURL, market.publishable_key).complete(cartId)
        expect(body).toMatchObject({ type: "order" })
        return body.order!.id
      }

      return (await completeCartWorkflow(container).run({ input: { id: cartId } })).result.id
    }

    async function prove(cart: RandomCart, index: number): Promise<Proven> {
      try {
        const cartId = await fillCart(container, market, cart)
        return await proveOrder(container, market, await complete(cartId, index))
      } catch (error) {
        const context = `seed ${SEED}, cart ${index}: ${JSON.stringify(cart)}`
        throw new Error(`${context}\n${error instanceof Error ? error.stack : JSON.stringify(error)}`)
      }
    }

    it(`divides ${CARTS} random carts to the last unit (seed ${SEED})`, async () => {
      const carts = fc.sample(anyCart, { numRuns: CARTS, seed: SEED })
      const proven: Proven[] = []
      const failures: unknown[] = []
      const queue = carts.entries()
      const lane = async () => {
        // One iterator for all lanes: each takes the next cart.
        for (const [index, cart] of queue) {
          await prove(cart, index).then(
            (order) => proven.push(order),
            (error) => failures.push(error)
          )
        }
      }
      await Promise.all(Array.from({ length: LANES }, lane))
      if (failures.length) {
        throw new Error(`${failures.length} of ${CARTS} failed\n${failures.slice(0, 6).join("\n\n")}`)
      }

      await proveReceipts(proven)
      await proveBooks()
      await proveUsage(proven)
    })

    /** Captures every payment; each must arrive in the books as exactly what its vendor orders were charged. */
    async function proveReceipts(proven: Proven[]): Promise<void> {
      const charged = new Map<string, bigint>()
      for (const order of proven) {
        const payments = await paymentsOf(order.order_id)
        expect(payments).toHaveLength(order.charged_minor > 0n ? 1 : 0)
        for (const payment_id of payments) {
          const { result } = await capturePaymentWorkflow(container).run({ input: { payment_id } })
          charged.set(`receipt:pp_system_default:${result.captures![0]!.id}`, order.charged_minor)
        }
      }
      for (const [key, amount] of charged) {
        const receipt = await eventually(() => ledger().entryByKey(key))
        expect(Object.fromEntries(receipt.postings.map((it) => [it.account.type, it.amount_minor]))).toEqual({
          gateway_clearing: amount,
          unallocated: -amount,
        })
      }
    }

    async function paymentsOf(orderId: string): Promise<string[]> {
      const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
        entity: "order",
        fields: ["payment_collections.payments.id"],
        filters: { id: orderId },
      })

      const collections = (data[0]?.payment_collections ?? []) as { payments?: { id: string }[] }[]

      return collections.flatMap(({ payments = [] }) => payments.map(({ id }) => id))
    }

    async function proveBooks(): Promise<void> {
      const open = await ledger().balances({ type: "unallocated" })
      expect(open.map((balance) => balance.balance_minor)).toEqual(open.map(() => 0n))
      const trial = await ledger().trialBalance()
      expect(trial.map((row) => row.difference_minor)).toEqual(trial.map(() => 0n))
      expect(trial.map((row) => row.currency_code)).toEqual(["kwd", "ngn", "tnd", "xof"])
    }

    /** A promotion is used once per checkout, however many shops its discount fell on. */
    async function proveUsage(proven: Proven[]): Promise<void> {
      const promotions = await container
        .resolve(Modules.PROMOTION)
        .listPromotions({}, { relations: ["campaign.budget"], take: 100 })
      const used = promotions.map((promotion) => [
        promotion.code,
        Number(promotion.campaign?.budget?.used ?? 0),
      ])
      const expected = promotions.map((promotion) => [
        promotion.code,
        proven.filter((order) => order.codes.has(promotion.code!)).length,
      ])
      expect(Object.fromEntries(used)).toEqual(Object.fromEntries(expected))
      if (CARTS >= 100) {
        // Promotions of each kind did apply, or the carts prove less than they seem to.
        const kinds = new Set(expected.flatMap(([code, count]) => (count ? [kindOf(String(code))] : [])))
        expect([...kinds].toSorted()).toEqual(
          [...new Set(market.promotions.map(({ code }) => kindOf(code)))].toSorted()
        )
      }
    }
  },
})

/** The same promotion exists once per currency. */
const kindOf = (code: string) => code.replace(/-[a-z]{3}$/, "")

/** The subscriber that posts a capture runs after the workflow that made it. */
async function eventually<Found>(find: () => Promise<Found | null>, seconds = 30): Promise<Found> {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const found = await find()
    if (found || Date.now() > end) {
      return found as Found
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
