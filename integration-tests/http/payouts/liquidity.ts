import { Modules } from "@medusajs/framework/utils"
import { minor, type PayoutSuite } from "./suite"

type Health = { shortfalls: { rail: string; currency_code: string; amount: string; waiting_count: number }[] }

export function describeLiquidity(suite: PayoutSuite): void {
  const { run, list, paid, soldAndReleased, posts } = suite

  describe("A balance that does not suffice", () => {
    const health = async () => (await suite.finance<Health>("GET", "/admin/payouts/run")).body.shortfalls
    const notices = async () =>
      (await suite.container.resolve(Modules.NOTIFICATION).listNotifications({ channel: "feed" })).filter(
        ({ data }) => data?.title === "Payouts wait for money"
      )

    it("lets the oldest that fit go, tells staff once, and sends the rest when it is topped up", async () => {
      const first = await soldAndReleased(0)
      await suite.shops[0]!("POST", "/vendor/payouts", { currency_code: "ngn" })
      const second = await suite.desk.buy([1])
      const { net } = await suite.deliver(1, second)
      await suite.release()
      await suite.shops[1]!("POST", "/vendor/payouts", { currency_code: "ngn", amount: "1000" })
      // All of the balance but what the smaller one takes; the rest of the second shop's money is paid by the schedule.
      suite.sandbox.control.topUp("NGN", -100_000_000 + 100_000)

      expect(await run()).toMatchObject({ sent: 1, waiting: 2, failed: 0 })
      expect(posts().map(({ body }) => body)).toMatchObject([{ amount: 100_000 }])
      expect((await list(0)).map(({ state }) => state)).toEqual(["ready"])
      const short = await health()
      expect(short).toMatchObject([{ rail: "paystack", currency_code: "ngn", waiting_count: 2 }])
      expect(minor(short[0]!.amount)).toBe(minor(first.net) + minor(net) - 100_000n)
      await run()
      expect(await notices()).toHaveLength(1)

      suite.sandbox.control.topUp("NGN", 100_000_000)
      await run()
      await paid(0)
      expect(await health()).toEqual([])
      expect(await notices()).toHaveLength(1)
    })

    it("waits while the rail does not tell what it holds", async () => {
      await soldAndReleased(0)
      suite.sandbox.control.fault({ on: "GET /balance", kind: "5xx_before_commit", times: 3 })
      expect(await run()).toMatchObject({ opened: 1, sent: 0, waiting: 1 })
      expect(posts()).toEqual([])
      await run()
      await paid(0)
    })
  })
}
