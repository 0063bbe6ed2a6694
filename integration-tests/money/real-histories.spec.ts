import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"
import { farSchedules } from "../helpers/far-schedules"
import { expectNoSecrets } from "../helpers/no-secrets"
import { configurePaystack } from "../helpers/paystack"
import { type PayoutWorld, suiteOf } from "../http/payouts/suite"
import { openPayoutWorld } from "../http/payouts/world"
import { anyRealHistory, REAL_KINDS, type RealAction, type RealHistory } from "./real-actions"
import { CASE_FEE, RealHistories } from "./real-history"

const paystack = configurePaystack()
// The jobs are run by the test itself.
Object.assign(process.env, farSchedules())

const HISTORIES = Number(process.env.REAL_HISTORIES ?? 150)
/** `REAL_HISTORIES_SEED=$RANDOM` tries others; a failure names the history that shows it. */
const SEED = Number(process.env.REAL_HISTORIES_SEED ?? 20_261_128)

jest.setTimeout(1_800_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let world: PayoutWorld
    const suite = suiteOf(() => world)

    beforeAll(async () => {
      world = await openPayoutWorld(getContainer(), api.defaults.baseURL, paystack)
      for (const shop of [0, 1, 2]) {
        await suite.setAccount(shop)
      }
      await suite.sql("update vendor set verified_at = now()")
      await suite.configure({
        payout_schedule: "on_request",
        payout_minimums: {},
        payout_approval_above: { ngn: 10 ** 14 },
        step_up_max_age_seconds: 86_400,
        chargeback_fees: { ngn: Number(CASE_FEE) },
        chargeback_fee_party: "platform",
      })
      world.sandbox.control.topUp("NGN", 10 ** 12)
      world.bench.tellServer()
    })
    expectNoSecrets(getContainer)
    afterAll(() => world.sandbox.stop())

    it(`keeps the same books as the model over ${HISTORIES} histories (seed ${SEED})`, async () => {
      const histories = new RealHistories(suite)
      const taken = new Map<RealAction["do"], number>()
      for (const [number, history] of fc
        .sample(anyRealHistory, { numRuns: HISTORIES, seed: SEED })
        .entries()) {
        await play(histories, history, taken).catch((error) => {
          const shown = JSON.stringify(history, (_, value) =>
            typeof value === "bigint" ? `${value}` : value
          )
          throw new Error(`history ${number}: ${shown}\n${error instanceof Error ? error.stack : error}`)
        })
      }
      process.stderr.write(`Histories took ${JSON.stringify(Object.fromEntries(taken))}\n`)

      expect(REAL_KINDS.filter((kind) => (taken.get(kind) ?? 0) < HISTORIES / 15)).toEqual([])
    })

    async function play(
      histories: RealHistories,
      history: RealHistory,
      taken: Map<RealAction["do"], number>
    ) {
      await histories.begin(history)
      await agree(histories)
      for (const action of history.actions) {
        if (await histories.take(action)) {
          taken.set(action.do, (taken.get(action.do) ?? 0) + 1)
          await agree(histories)
        }
      }
    }

    /** Every account of the books, after whatever the server still had to do. */
    async function agree({ model }: RealHistories): Promise<void> {
      const expected = [...model.balances]
        .filter(([, amount]) => amount !== 0n)
        .toSorted(([left], [right]) => (left < right ? -1 : 1))
      await suite.bench.eventually(async () => {
        const rows = await suite.sql<{ account_code: string; sum: string }>(
          `select account_code, sum(amount_minor)::text as sum from ledger_posting
           group by account_code having sum(amount_minor) <> 0`
        )
        const booked = rows.map(({ account_code, sum }) => [account_code, BigInt(sum)] as const)
        expect(booked.toSorted(([left], [right]) => (left < right ? -1 : 1))).toEqual(expected)
      })
    }
  },
})
