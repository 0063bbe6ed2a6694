import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { minor, NUMBER, type PayoutBody, type PayoutSuite } from "./suite"

export function describeSaleToPayout(suite: PayoutSuite): void {
  const { balance, deliver, release, run, list, paid, only, sql } = suite
  const NOTHING = {
    pending: "0",
    available: "0",
    reserved: "0",
    disputed: "0",
    in_transit: "0",
    cash: "0",
    split: "0",
    receivable: "0",
    deposit: "0",
    paid_out: "0",
    is_under_review: false,
  }

  describe("From sale to payout", () => {
    it("a shop's money is pending, available, in transit and paid out, in turn", async () => {
      const order = await suite.desk.buy([0])
      const [part] = await suite.desk.rows(order.order_id)
      const { id, net } = await deliver(0, order, 6.9)
      expect(minor(net)).toBe(BigInt(part!.net_minor))

      await release()
      expect(await balance(0)).toEqual({ ...NOTHING, currency_code: "ngn", pending: net })
      await suite.backdate(id, 7)
      await release()
      expect(await balance(0)).toEqual({ ...NOTHING, currency_code: "ngn", available: net })
      await release()
      expect(await balance(0)).toMatchObject({ available: net, pending: "0" })

      suite.sandbox.control.fault({ on: "transfer", kind: "hangs" })
      expect(await run()).toMatchObject({ opened: 1, sent: 1, failed: 0, errors: 0 })
      expect(await balance(0)).toEqual({ ...NOTHING, currency_code: "ngn", in_transit: net })
      const [payout] = await list(0)
      expect(payout).toMatchObject({ state: "pending", amount: net, account_last4: "4579", reason: null })
      expect(payout!.reference).toMatch(/^po-[0-9a-z]{26}$/)

      // Before the day is over nothing more is paid, and what is on its way is not looked at anew.
      expect(await run()).toMatchObject({ opened: 0, sent: 0 })
      suite.sandbox.control.settleTransfer(payout!.reference, "success")
      await paid(0)
      expect(await balance(0)).toEqual({ ...NOTHING, currency_code: "ngn", paid_out: net })
      expect(suite.sandbox.control.transfers()).toMatchObject([
        { amount: Number(minor(net)), currency: "NGN", status: "success", reference: payout!.reference },
      ])
      expect(await suite.bench.books.balance("gateway_balance", "paystack")).toBe(-minor(net))
      expect(await suite.bench.books.kinds()).toEqual(["payout", "payout_paid", "receipt", "release", "sale"])
    })

    it("a transfer that comes back is the shop's again, and is sent once more under a new reference", async () => {
      const { net } = await suite.soldAndReleased(0)
      await run()
      await paid(0)
      const first = await only(0)

      suite.sandbox.control.settleTransfer(first.reference, "reversed")
      await suite.bench.eventually(async () => expect((await list(0))[0]!.state).toBe("returned"))
      expect(await balance(0)).toMatchObject({ available: net, in_transit: "0", paid_out: "0" })
      expect(await suite.bench.books.balance("gateway_balance", "paystack")).toBe(0n)
      suite.sandbox.control.redeliver(first.reference)
      expect(await run()).toMatchObject({ opened: 0 })

      await suite.configure({ payout_approval_above: { ngn: 100_000_000 } })
      const retry = () =>
        suite.finance<{ payout: PayoutBody }>("POST", `/admin/payouts/${first.id}/retry`, {})
      const [one, other] = await Promise.all([retry(), retry()])
      expect([one.status, other.status].toSorted()).toEqual([200, 400])
      await run()
      await suite.bench.eventually(async () =>
        expect((await list(0)).map(({ state }) => state)).toEqual(["paid", "returned"])
      )
      const [second] = await list(0)
      expect(second!.reference).not.toBe(first.reference)
      expect(await balance(0)).toMatchObject({ available: "0", paid_out: net })
      await suite.bench.books.kinds()
    })

    it("a return that nobody was told of is found by asking", async () => {
      await suite.soldAndReleased(0)
      await run()
      await paid(0)
      const { id, reference } = await only(0)
      suite.sandbox.control.setWebhookUrl(null)
      suite.sandbox.control.settleTransfer(reference, "reversed")
      await suite.follow()
      expect((await only(0)).state).toBe("paid")

      await sql(`update payout set paid_at = now() - interval '2 days', checked_at = null where id = ?`, [id])
      expect(await suite.follow()).toEqual({ checked: 1, moved: 1, failed: 0 })
      expect((await only(0)).state).toBe("returned")
    })

    it("a transfer that fails gives the money back, with a notice to staff", async () => {
      const { net } = await suite.soldAndReleased(0)
      suite.sandbox.control.fault({ on: "transfer", kind: "fails" })
      await run()
      await suite.bench.eventually(async () => expect((await list(0))[0]!.state).toBe("failed"))
      expect(await balance(0)).toMatchObject({ available: net, in_transit: "0", paid_out: "0" })
      const { body } = await suite.second<{ notifications: { data: { title: string } }[] }>(
        "GET",
        "/admin/notifications?limit=100"
      )
      expect(body.notifications.map(({ data }) => data.title)).toContain("A payout failed")
      await suite.bench.books.kinds()
    })

    it("the number of the account goes to the gateway, and is nowhere else", async () => {
      const logged: string[] = []
      const logger = suite.container.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
      const spies = (["debug", "info", "warn", "error"] as const).map((level) =>
        jest.spyOn(logger, level).mockImplementation((...said: unknown[]) => {
          logged.push(said.map(String).join(" "))
        })
      )
      await suite.soldAndReleased(0)
      suite.sandbox.control.fault({ on: "POST /transferrecipient", kind: "5xx_before_commit" })
      await run()
      await run()
      await paid(0)
      spies.map((spy) => spy.mockRestore())

      const sent = suite.sandbox.control
        .calls()
        .filter(({ body }) => JSON.stringify(body ?? "").includes(NUMBER))
      expect(sent.map(({ call }) => call)).toEqual(["POST /transferrecipient", "POST /transferrecipient"])
      const said = [
        await list(0),
        await only(0),
        (await suite.finance("GET", "/admin/payouts")).body,
        (await suite.second("GET", "/admin/audit?limit=100")).body,
        logged,
      ]
      expect(JSON.stringify(said)).not.toContain(NUMBER)
      const tables = await sql<{ table_name: string }>(
        `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`
      )
      for (const { table_name } of tables) {
        const found = await sql(`select 1 from "${table_name}" t where t::text like ? limit 1`, [
          `%${NUMBER}%`,
        ])
        expect([table_name, found]).toEqual([table_name, []])
      }
    })
  })
}
