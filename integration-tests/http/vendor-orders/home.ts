import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { toMajorUnits, toMinorUnits } from "../../../src/lib/money"
import { ACCESS_MODULE } from "../../../src/modules/access"
import type { Settings } from "../../../src/modules/access/domain/settings"
import type AccessModuleService from "../../../src/modules/access/service"
import type { HomeView } from "../../../src/workflows/vendor-home/read-home"
import type { Client } from "../../helpers/people"
import type { VendorOrderSuite } from "./suite"

/** What the issue asks of a shop's first page, and of its list of orders. */
const MOST_STATEMENTS = 8

export function describeHome(suite: VendorOrderSuite): void {
  const homeOf = async (client: Client) => (await client<{ home: HomeView }>("GET", "/vendor/home")).body.home
  const set = (values: Partial<Settings>) =>
    suite.container.resolve<AccessModuleService>(ACCESS_MODULE).writeSettings({ values, by: "test" })
  const sql = (text: string, values: string[]) =>
    suite.container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values)

  const total = (amounts: string[]) =>
    toMajorUnits(
      amounts.reduce((sum, amount) => sum + toMinorUnits(amount, "ngn"), 0n),
      "ngn"
    )

  describe("A shop's first page", () => {
    it("says what there is to do and what was sold, in eight statements, and of money only to whoever may know", async () => {
      await set({ low_stock_threshold: 99 })
      const bought = [await suite.desk.buy([0, 1]), await suite.desk.buy([0], { quantity: 2 })]
      const parts = await Promise.all(bought.map(({ part }) => part(0)))
      await suite.act(0, parts[1]!, "confirm")
      const [first, second] = await Promise.all(parts.map((id) => suite.read(0, id)))
      await sql(`update vendor_order set placed_at = placed_at - interval '20 hours' where id = ?`, [
        parts[0]!,
      ])
      await sql(`update payment_collection set completed_at = completed_at - interval '20 hours'`, [])

      const home = await homeOf(suite.shops[0]!)
      const sold = { orders: 2, total: total([first!.total, second!.total]) }
      expect(home.to_do.orders).toMatchObject({
        to_confirm: 1,
        to_ship: 1,
        pressing: [{ id: parts[0], action: "confirm", is_late: false }],
      })
      // What is reserved for an open order cannot be sold any more: 97 of 100 are left of the one product that has sold.
      expect(home.to_do.low_stock).toMatchObject({
        count: 1,
        items: [{ available_quantity: 97, low_stock_threshold: 99 }],
      })
      expect(home.to_do).toMatchObject({
        returns: { to_decide: 0, to_receive: 0, next_due_at: null },
        disputes: { count: 0, next: [] },
        payouts: { held: [], waiting: [] },
        checklist: null,
        products_rejected: 0,
      })
      expect(home.sales!.currencies).toMatchObject([
        { currency_code: "ngn", last_30_days: sold, previous_30_days: { orders: 0, total: "0" } },
      ])
      expect(home.sales!.time_zone).toBe("Africa/Lagos")
      const books = await suite.bench.books.balance("vendor_pending", suite.market.vendors[0]!.id)
      expect(home.balances).toMatchObject([{ currency_code: "ngn", pending: toMajorUnits(-books, "ngn") }])
      expect([home.performance, home.plan_usage]).toEqual([null, null])

      const packer = await suite.memberOf(suite.market.vendors[0]!.id, "fulfilment")
      const theirs = await homeOf(packer)
      expect(theirs).toMatchObject({ sales: null, balances: null, to_do: { payouts: null, disputes: null } })
      expect(theirs.to_do.orders).toMatchObject({ to_confirm: 1, to_ship: 1 })
      expect(JSON.stringify(theirs)).not.toMatch(/"(amount|total|pending|available)"/)

      expect((await homeOf(suite.shops[1]!)).to_do.orders).toMatchObject({ to_confirm: 1, to_ship: 0 })
      for (const path of ["/vendor/home", "/vendor/orders?limit=20"]) {
        const statements = await suite.desk.statements(() => suite.shops[0]!("GET", path))
        expect([path, statements <= MOST_STATEMENTS, statements > 2]).toEqual([path, true, true])
      }
    })

    it("says why nothing is paid out, and what is missing before a shop is approved", async () => {
      await suite.desk.buy([0])
      const vendor = suite.market.vendors[0]!.id
      await set({ onboarding_requirements: ["bank_account", "phone"] })
      await sql(
        `insert into payout_match_hold (vendor_order_id, order_id, vendor_id, currency_code, kinds)
         select id, order_id, vendor_id, currency_code, '{phone}' from vendor_order where vendor_id = ?`,
        [vendor]
      )
      await sql(`update vendor set status = 'pending' where id = ?`, [vendor])

      const home = await homeOf(suite.shops[0]!)
      expect(home.shop).toMatchObject({ id: vendor, status: "pending" })
      expect(home.to_do.checklist).toEqual({ missing: ["bank_account", "phone"] })
      expect(home.to_do.payouts!.held).toMatchObject([
        { currency_code: "ngn", reason_code: "under_review", amount: null },
      ])
      const statements = await suite.desk.statements(() => suite.shops[0]!("GET", "/vendor/home"))
      expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS)
    })
  })
}
