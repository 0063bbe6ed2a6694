import { ACCESS_MODULE } from "../../../src/modules/access"
import type { Settings } from "../../../src/modules/access/domain/settings"
import type AccessModuleService from "../../../src/modules/access/service"
import type { BehindQuery, OrderBehind, OrdersBehind } from "../../../src/workflows/scorecard/list-behind"
import type { ShopOverLine } from "../../../src/workflows/scorecard/list-standings"
import type { PerformanceView } from "../../../src/workflows/scorecard/read-scorecard"
import { scoreShopsWorkflow } from "../../../src/workflows/scorecard/workflows/score-shops"
import { refusal, type VendorOrderSuite } from "./suite"

type Behind = OrdersBehind<OrderBehind & { order_id?: string }>

export function describePerformance(suite: VendorOrderSuite): void {
  const set = (values: Partial<Settings>) =>
    suite.container.resolve<AccessModuleService>(ACCESS_MODULE).writeSettings({ values, by: "test" })

  const measured = async (shop: number) => {
    const { body } = await suite.shops[shop]!<{ performance: PerformanceView }>("GET", "/vendor/performance")

    return (metric: string) => body.performance.metrics.find((one) => one.metric === metric)
  }

  const behind = async (
    shop: number,
    metric: string,
    query: Partial<Record<keyof BehindQuery, string>> = {}
  ) => {
    const asked = new URLSearchParams(query)
    const { body } = await suite.shops[shop]!<Behind>("GET", `/vendor/performance/${metric}/orders?${asked}`)

    return {
      count: body.count,
      facts: body.orders.map(({ display_number, fact, cause }) => [display_number, fact, cause]),
    }
  }

  describe("How a shop does", () => {
    it("is counted by who has brought it about, with the orders behind it, and known to staff", async () => {
      await set({ scorecard_cancellation: { window_days: 7, minimum: 3, warn_bps: 1000, limit_bps: 2000 } })
      const bought = [await suite.desk.buy([0, 1]), await suite.desk.buy([0]), await suite.desk.buy([0])]
      const parts = await Promise.all(bought.map(({ part }) => part(0)))
      expect((await suite.cancel(0, parts[0]!)).status).toBe(200)
      const called = await suite.admin("POST", `/admin/vendor-orders/${parts[1]}/cancel`, {
        reason: "A mistake",
      })
      expect(called.status).toBe(200)
      const [line] = (await suite.read(0, parts[2]!)).lines
      const sent = await suite.act(0, parts[2]!, "fulfilments", {
        items: [{ line_id: line!.id, quantity: 1 }],
        tracking: [{ number: "by bike" }],
        is_shipped: true,
      })
      expect(sent.status).toBe(201)

      const own = await measured(0)
      expect(own("cancellation")).toMatchObject({
        state: "limit",
        value_bps: 3333,
        numerator: 1,
        denominator: 3,
        causes: { vendor: 1, platform: 1, buyer: 0, courier: 0 },
      })
      expect(own("valid_tracking")).toMatchObject({ state: "no_data", numerator: 0, denominator: 1 })
      expect(own("late_shipment")).toMatchObject({
        numerator: 0,
        denominator: 1,
        reason_code: "below_minimum",
      })
      expect(own("rating")).toMatchObject({ value_bps: null, reason_code: "waits_for_reviews" })
      expect((await measured(1))("cancellation")).toMatchObject({ numerator: 0, denominator: 1 })

      expect(await behind(0, "cancellation")).toEqual({
        count: 2,
        facts: [
          ["2-1", "canceled_by_staff", "platform"],
          ["1-1", "canceled_by_shop", "vendor"],
        ],
      })
      expect(await behind(0, "cancellation", { limit: "1", offset: "1" })).toMatchObject({
        count: 2,
        facts: [["1-1", "canceled_by_shop", "vendor"]],
      })
      expect(await behind(0, "cancellation", { cause: "vendor" })).toMatchObject({ count: 1 })
      expect(await behind(0, "valid_tracking")).toMatchObject({ facts: [["3-1", "no_tracking", "vendor"]] })
      expect(await behind(1, "cancellation")).toEqual({ count: 0, facts: [] })
      expect(refusal(await suite.shops[0]!("GET", "/vendor/performance/rating/orders"))).toEqual([
        404,
        "scorecard_metric_not_found",
      ])
      expect(
        (await suite.shops[0]!("GET", "/vendor/performance/cancellation/orders?cause=moon")).status
      ).toBe(400)

      const vendor = suite.market.vendors[0]!.id
      const forStaff = await suite.admin<Behind>(
        "GET",
        `/admin/vendors/${vendor}/performance/cancellation/orders`
      )
      expect(forStaff.body.orders.map(({ order_id }) => order_id)).toEqual([
        bought[1]!.order_id,
        bought[0]!.order_id,
      ])
      expect((await suite.admin("GET", "/admin/vendors/vend_none/performance")).status).toBe(404)

      const { result } = await scoreShopsWorkflow(suite.container).run({ input: {} })
      expect(result).toEqual({ scored: 2, over: 1, failed: 0 })
      const list = await suite.admin<{ vendors: ShopOverLine[]; count: number }>(
        "GET",
        "/admin/performance?state=limit"
      )
      expect(list.body).toMatchObject({ count: 1, vendors: [{ id: vendor, state: "limit" }] })
      expect((await suite.admin<{ count: number }>("GET", "/admin/performance?state=warn")).body.count).toBe(
        0
      )
      const home = await suite.shops[0]!<{ home: { performance: object } }>("GET", "/vendor/home")
      expect(home.body.home.performance).toMatchObject({ state: "limit" })
    })
  })
}
