import fc from "fast-check"
import type { Prepared } from "../helpers/order-desk"
import type { Abroad } from "../helpers/sell-abroad"
import type { PayoutSuite } from "../http/payouts/suite"
import {
  anyRealHistory,
  REAL_CURRENCIES,
  REAL_KINDS,
  type RealAction,
  type RealHistory,
} from "./real-actions"
import { CASE_FEE, RealHistories } from "./real-history"

const HISTORIES = Number(process.env.REAL_HISTORIES ?? 150)
/** `REAL_HISTORIES_SEED=$RANDOM` tries others; a failure names the history that shows it. */
const SEED = Number(process.env.REAL_HISTORIES_SEED ?? 20_261_128)

export function describeRealHistories(suite: PayoutSuite, ghana: () => Abroad): void {
  it(`keeps the same books as the model over ${HISTORIES} histories (seed ${SEED})`, async () => {
    await suite.configure({
      chargeback_fees: { ngn: Number(CASE_FEE), ghs: Number(CASE_FEE) },
      chargeback_fee_party: "platform",
      item_tax_remitter: "by_status",
      payout_cool_off_hours: 0,
    })
    for (const currency of REAL_CURRENCIES) {
      suite.sandbox.control.topUp(currency.toUpperCase(), 10 ** 12)
    }
    suite.bench.tellServer()
    const histories = new RealHistories(suite)
    const taken = new Map<RealAction["do"], number>()
    const all = fc.sample(anyRealHistory, { numRuns: HISTORIES, seed: SEED })
    let next = all[0] && prepare(all[0])
    for (const [number, history] of all.entries()) {
      const cart = await next!
      const following = all[number + 1]
      // Filled while this one goes on: a cart that is not paid changes no books.
      next = following && prepare(following)
      await play(histories, { history, cart }, taken).catch((error) => {
        const shown = JSON.stringify(history, (_, value) => (typeof value === "bigint" ? `${value}` : value))
        throw new Error(`${error instanceof Error ? error.stack : error}\nin history ${number}: ${shown}`)
      })
    }
    process.stderr.write(`Histories took ${JSON.stringify(Object.fromEntries(taken))}\n`)

    expect(REAL_KINDS.filter((kind) => (taken.get(kind) ?? 0) < HISTORIES / 15)).toEqual([])
  })

  const prepare = ({ shops, quantity, currency }: RealHistory) =>
    suite.desk.prepare(shops, { quantity, abroad: currency === "ghs" ? ghana() : undefined })

  async function play(
    histories: RealHistories,
    { history, cart }: { history: RealHistory; cart: Prepared },
    taken: Map<RealAction["do"], number>
  ) {
    await histories.begin(history, cart)
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
}
