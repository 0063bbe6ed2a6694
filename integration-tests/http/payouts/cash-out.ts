import type { PayoutSuite } from "./suite"

export function describeCashOut(suite: PayoutSuite): void {
  const { soldAndReleased, configure, run, vendorId, posts } = suite

  describe("Cashing out what was bought with stolen money", () => {
    afterEach(() => configure({ payout_first_most: {} }))

    it("takes a person while a shop's first payouts are large, however they are cut", async () => {
      await soldAndReleased(0)
      await configure({ payout_first_most: { ngn: 150_000 } })
      const ask = (amount: string) =>
        suite.shops[0]!("POST", "/vendor/payouts", { currency_code: "ngn", amount })
      expect((await ask("1000")).status).toBe(201)
      await suite.finance("POST", `/admin/payouts/terms/${vendorId(0)}`, { schedule: "on_request" })
      await run()
      await suite.paid(0)

      expect((await ask("1000")).status).toBe(201)
      await run()
      expect((await suite.list(0)).map(({ state }) => state).toSorted()).toEqual([
        "awaiting_approval",
        "paid",
      ])
      expect(posts()).toHaveLength(1)

      const [waiting] = (await suite.list(0)).filter(({ state }) => state === "awaiting_approval")
      await suite.second("POST", `/admin/payouts/${waiting!.id}/approve`, {})
      await run()
      expect(posts()).toHaveLength(2)
    })

    it("is held for a shop that staff see a high risk in, whoever has confirmed the delivery", async () => {
      await suite.finance("POST", `/admin/payouts/terms/${vendorId(0)}`, { risk_level: "high" })
      const order = await suite.desk.buy([0])
      const { id } = await suite.deliver(0, order, 29)
      await suite.release()
      expect(await suite.balance(0)).toMatchObject({ available: "0", reserved: "0" })
      await suite.backdate(id, 31)
      await suite.release()
      expect(await suite.balance(0)).toMatchObject({ pending: "0" })
    })
  })
}
