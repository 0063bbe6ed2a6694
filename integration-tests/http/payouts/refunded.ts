import { Modules } from "@medusajs/framework/utils"
import { minor, type PayoutSuite, refusal } from "./suite"

export function describeRefunded(suite: PayoutSuite): void {
  const { balance, run, paid, soldAndReleased, list } = suite

  const refund = async (order_id: string, amount: number) => {
    const payments = await suite.container
      .resolve(Modules.PAYMENT)
      .listPayments({}, { order: { created_at: "ASC" } })
    const index = orders.indexOf(order_id)
    const made = await suite.second("POST", `/admin/payments/${payments[index]!.id}/refund`, { amount })
    expect([made.status, made.body]).toEqual([200, expect.anything()])
  }
  let orders: string[]
  const sold = async (shop: number) => {
    const order = await soldAndReleased(shop)
    orders.push(order.order_id)
    return order
  }
  beforeEach(() => {
    orders = []
  })

  describe("A refund after the release", () => {
    it("is taken from what may be paid, before it is paid", async () => {
      const { net, order_id } = await sold(0)
      await refund(order_id, 100)
      await suite.bench.eventually(async () => expect((await balance(0)).available).not.toBe(net))
      const now = await balance(0)
      expect(now.pending).toBe("0")
      // The buyer gets 100; commission on it comes back to the shop.
      const less = minor(net) - minor(now.available)
      expect(less > 8_000n && less <= 10_000n).toBe(true)

      await run()
      await paid(0)
      expect(await balance(0)).toMatchObject({ available: "0", pending: "0", paid_out: now.available })
    })

    it("that was only noted, and not yet taken off, is taken off by the run itself", async () => {
      const { order_id, net } = await sold(0)
      await refund(order_id, 100)
      await suite.bench.eventually(async () => expect((await balance(0)).available).not.toBe(net))
      const { available } = await balance(0)
      // As a server leaves it that dies between the two.
      await suite.sql(`alter table ledger_entry disable trigger user`)
      await suite.sql(`alter table ledger_posting disable trigger user`)
      const [entry] = await suite.sql<{ id: string }>(
        `select id from ledger_entry where idempotency_key like 'release:%:2'`
      )
      await suite.sql(`delete from ledger_posting where entry_id = ?`, [entry!.id])
      await suite.sql(`delete from ledger_entry where id = ?`, [entry!.id])
      await suite.sql(`update payout_release set number = 1`)
      await suite.sql(`alter table ledger_entry enable trigger user`)
      await suite.sql(`alter table ledger_posting enable trigger user`)
      expect((await balance(0)).available).toBe(net)

      await run()
      await paid(0)
      expect((await list(0))[0]!.amount).toBe(available)
    })

    it("of what was paid out is a debt, which blocks payouts until later sales have covered it", async () => {
      const first = await sold(0)
      await run()
      await paid(0)
      await refund(first.order_id, 1000)
      await suite.bench.eventually(async () => expect((await balance(0)).available).toMatch(/^-/))
      const { available } = await balance(0)
      await suite.sql(`update payout set period = null`)
      expect(await run()).toMatchObject({ opened: 0 })
      const asked = await suite.shops[0]!<{ code?: string }>("POST", "/vendor/payouts", {
        currency_code: "ngn",
      })
      expect(refusal(asked)).toEqual([400, "payout_refused"])

      const second = await sold(0)
      expect(minor((await balance(0)).available)).toBe(minor(second.net) - minor(available.slice(1)))
      expect(await run()).toMatchObject({ opened: 1 })
      await suite.bench.eventually(async () =>
        expect((await list(0)).map(({ state }) => state)).toEqual(["paid", "paid"])
      )
      expect((await balance(0)).available).toBe("0")
      await suite.bench.books.kinds()
    })
  })
}

/** What is sold while a risk is set is kept back in part, so its tests begin before anything was sold. */
export function describeReserve(suite: PayoutSuite): void {
  const { balance, release } = suite

  describe("The reserve", () => {
    it("is kept back by the shop's risk, and follows when its days are over", async () => {
      const terms = `/admin/payouts/terms/${suite.vendorId(0)}`
      const set = await suite.finance("POST", terms, { risk_level: "elevated" })
      expect(set.body).toMatchObject({ payout_terms: { risk_level: "elevated", schedule: null } })
      const { net } = await suite.soldAndReleased(0)
      const reserve = minor(net) / 10n
      const now = await balance(0)
      expect([minor(now.reserved), minor(now.available)]).toEqual([reserve, minor(net) - reserve])

      await suite.sql(`update payout_release set reserve_until = now() - interval '1 second'`)
      const runs = await Promise.all([release(), release(), release()])
      expect(runs.reduce((sum, { reserves }) => sum + reserves, 0)).toBe(1)
      expect(await balance(0)).toMatchObject({ reserved: "0", available: net })
      expect(await release()).toEqual({ orders: 0, corrected: 0, reserves: 0, failed: 0 })
    })
  })
}
