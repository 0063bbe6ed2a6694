import { minor, type PayoutBody, type PayoutSuite } from "./suite"

const FEE = 5000n

export function describeFees(suite: PayoutSuite): void {
  const { balance, run, paid, only, list } = suite
  const feesTaken = async () => -(await suite.bench.books.balance("payout_fees"))

  describe("The fee of a payout", () => {
    beforeEach(() => suite.configure({ payout_fees: { ngn: Number(FEE) } }))
    afterEach(() => suite.configure({ payout_fees: {} }))

    it("stays with the platform once the shop has the rest, and goes back with what comes back", async () => {
      const { net } = await suite.soldAndReleased(0)
      await run()
      await paid(0)
      const payout = await only(0)
      expect(payout).toMatchObject({ amount: net, fee: "50" })
      const sent = minor(net) - FEE
      expect(suite.sandbox.control.transfers()).toMatchObject([{ amount: Number(sent) }])
      const got = await balance(0)
      expect([minor(got.paid_out), got.in_transit, got.available]).toEqual([sent, "0", "0"])
      expect(await feesTaken()).toBe(FEE)
      expect(await suite.bench.books.balance("gateway_balance", "paystack")).toBe(-sent)
      const kinds = await suite.bench.books.kinds()
      expect(kinds).toEqual(["payout", "payout_fee", "payout_paid", "receipt", "release", "sale"])

      const period = new Date().toISOString().slice(0, 7)
      type Listed = { statements: { period: string; paid_out: string; closing: string }[] }
      const listed = await suite.shops[0]!<Listed>("GET", "/vendor/statements")
      expect(listed.body.statements).toMatchObject([{ period, closing: "0" }])
      expect(minor(listed.body.statements[0]!.paid_out)).toBe(sent)
      const file = await suite.shops[0]!<{ text: string }>("GET", `/vendor/statements/${period}/export`)
      expect(file.body.text).toMatch(/,payout_fee,in_transit,-50,ngn,/)

      suite.sandbox.control.settleTransfer(payout.reference, "reversed")
      await suite.bench.eventually(async () => expect((await list(0))[0]!.state).toBe("returned"))
      expect(await balance(0)).toMatchObject({ available: net, paid_out: "0" })
      expect(await feesTaken()).toBe(0n)
    })

    it("is not taken of what fails, and what it would leave nothing of waits", async () => {
      const { net } = await suite.soldAndReleased(0)
      suite.sandbox.control.fault({ on: "transfer", kind: "fails" })
      await run()
      await suite.bench.eventually(async () => expect((await list(0))[0]!.state).toBe("failed"))
      expect(await balance(0)).toMatchObject({ available: net })
      expect(await feesTaken()).toBe(0n)

      await suite.configure({ payout_rail_fees: { paystack: { ngn: Number(minor(net)) } } })
      const asked = await suite.shops[0]!<{ payout: PayoutBody; code?: string }>("POST", "/vendor/payouts", {
        currency_code: "ngn",
      })
      expect([asked.status, asked.body.code]).toEqual([400, "payout_refused"])
      await suite.configure({ payout_rail_fees: {} })
    })
  })
}
