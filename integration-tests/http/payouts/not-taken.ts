import { Modules } from "@medusajs/framework/utils"
import type { PayoutSuite } from "./suite"

export function describeNotTaken(suite: PayoutSuite): void {
  const { run, only, sql, soldAndReleased } = suite

  describe("Payouts that do not go out", () => {
    const told = async () =>
      (await suite.container.resolve(Modules.NOTIFICATION).listNotifications({ channel: "feed" }))
        .filter(({ data }) => data?.title === "Payouts do not go out")
        .map(({ data }) => String(data?.description))
    const turnAway = () => suite.sandbox.control.fault({ on: "POST /transfer", kind: "429", times: 20 })
    const hoursAgo = (hours: number) =>
      sql(`update payout set created_at = now() - ?::interval`, [`${hours} hours`])

    it("are told of once a day, when they could have been sent for three hours", async () => {
      await soldAndReleased(0)
      turnAway()
      await run()
      await hoursAgo(2)
      await run()
      expect(await told()).toEqual([])

      // Since it was approved, not since it was made.
      await hoursAgo(4)
      await sql(`update payout set approved_at = now(), approved_by = 'user_other'`)
      await run()
      expect(await told()).toEqual([])

      await sql(`update payout set approved_at = null, approved_by = null`)
      await run()
      await run()
      expect(await told()).toEqual([expect.stringMatching(/^1 by paystack .* 3 hours: .*limits the rate/)])
    })

    it("are told of when the rail does not say what it holds", async () => {
      await soldAndReleased(0)
      suite.sandbox.control.fault({ on: "GET /balance", kind: "5xx_before_commit", times: 20 })
      await run()
      await hoursAgo(4)
      await run()
      expect(await told()).toEqual([expect.stringMatching(/does not tell what it holds: Paystack failed/)])
    })

    it("are told of with what keeps one of them from its rail", async () => {
      await soldAndReleased(0)
      turnAway()
      await run()
      await hoursAgo(4)
      // Sealed for another row, it cannot be opened, as without the key.
      const setSealed = (number: string) =>
        sql(`update vendor_bank_account set account_number_ciphertext = ? where vendor_id = ?`, [
          number,
          suite.vendorId(0),
        ])
      const sealedOf = async (shop: number) => {
        const [row] = await sql<{ number: string }>(
          `select account_number_ciphertext as number from vendor_bank_account where vendor_id = ?`,
          [suite.vendorId(shop)]
        )
        return row!.number
      }
      const own = await sealedOf(0)
      await setSealed(await sealedOf(1))
      try {
        expect(await run()).toMatchObject({ failed: 1 })
      } finally {
        await setSealed(own)
      }
      const { last_error, state } = await only(0)
      expect([state, last_error]).toEqual(["ready", expect.not.stringMatching(/rate/)])
      expect(await told()).toEqual([expect.stringContaining(`: ${last_error}`)])
    })

    it("and whose rail is no longer set up keep nobody else's, are told of, and can be rejected", async () => {
      const { net } = await soldAndReleased(0)
      await suite.shops[0]!("POST", "/vendor/payouts", { currency_code: "ngn" })
      await sql(`update payout set rail = 'gone'`)
      await hoursAgo(4)
      await soldAndReleased(1)
      await suite.configure({ payout_bulk_from: 1 })
      try {
        expect(await run()).toMatchObject({ sent: 1, waiting: 1, failed: 0, errors: 0 })
      } finally {
        await suite.configure({ payout_bulk_from: null })
      }
      await suite.paid(1)
      expect(await told()).toEqual([expect.stringMatching(/^1 by gone .*the rail is not set up/)])

      const { id } = await only(0)
      const rejected = await suite.finance("POST", `/admin/payouts/${id}/reject`, { reason: "No rail." })
      expect(rejected.status).toBe(200)
      expect(await suite.balance(0)).toMatchObject({ available: net, in_transit: "0" })
    })

    it("are not told of while they wait for their shop, or for money", async () => {
      await soldAndReleased(0)
      suite.sandbox.control.topUp("NGN", -100_000_000)
      await run()
      await hoursAgo(4)
      await run()
      suite.sandbox.control.topUp("NGN", 100_000_000)
      turnAway()
      await sql(`update vendor set status = 'suspended' where id = ?`, [suite.vendorId(0)])
      try {
        expect(await run()).toMatchObject({ sent: 0, waiting: 1 })
      } finally {
        await sql(`update vendor set status = 'approved' where id = ?`, [suite.vendorId(0)])
      }
      expect(await told()).toEqual([])
    })
  })
}
