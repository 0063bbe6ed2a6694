import { join } from "node:path"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { NO_ID, ownMethods } from "../../../lib/__tests__/own-methods"
import { REPORT_MODULE } from ".."
import type { Period } from "../domain/period"
import ReportModuleService from "../service"
import type { ReportScope } from "../types"
import { compareWithOrders } from "./compare-with-orders"
import { periodFrom } from "./period-from"
import { liveThrough, randomFrom } from "./random-history"
import { cancel, makeTablesOfCore, type Run, refund, type Sale, sell } from "./shop-history"

const KEPT = ["sale_quarter", "sale_day", "product_day", "product_month", "product_year", "purchase"]

const item = (gross: number, product_id = "prod_1") => ({ product_id, gross })
const soldOnce = (placed_at: string, over: Partial<Sale> = {}): Sale => ({
  placed_at,
  customer_id: "cus_1",
  parts: [{ vendor_id: "vend_a", items: [item(1000)] }],
  ...over,
})

jest.setTimeout(120_000)

moduleIntegrationTestRunner<ReportModuleService>({
  moduleName: REPORT_MODULE,
  resolve: "./src/modules/report",
  // The triggers are those of the module whose tables are summed.
  pathToMigrations: [
    join(__dirname, "..", "migrations"),
    join(__dirname, "..", "..", "vendor-order", "migrations"),
  ],
  testSuite: ({ service, MikroOrmWrapper }) => {
    const run: Run = (sql, values = []) => MikroOrmWrapper.getManager().execute(sql, values)
    const inOne = <Made>(act: (run: Run) => Promise<Made>): Promise<Made> =>
      MikroOrmWrapper.getManager().transactional((manager) =>
        act((sql, values = []) => manager.execute(sql, values))
      )

    const kept = async () => {
      const rows: Record<string, string[]> = {}
      for (const table of KEPT) {
        rows[table] = (await run(`select to_jsonb(t)::text as row from report_${table} t order by 1`)).map(
          ({ row }) => row as string
        )
      }

      return rows
    }
    const keepAll = async () => {
      while (await service.keepCurrent("platform", 50)) {
        // Until nothing is marked.
      }
    }
    const salesOf = (scope: ReportScope, period: Period, currency_code = "ngn") =>
      service.sumSales(scope, { period, currency_code })
    const ordersBy = async (period: Period) =>
      (await salesOf({ vendor_id: "vend_a" }, period)).series.map(({ orders }) => orders)

    beforeEach(() => makeTablesOfCore(run))

    describe("The sums", () => {
      it.each([1, 2, 3])(
        "are what a rebuild makes and what the orders say, whatever happens to shops (%i)",
        async (seed) => {
          const random = randomFrom(seed)
          await liveThrough({ random, inOne, keep: (scope, limit) => service.keepCurrent(scope, limit) })
          await keepAll()

          const byMarks = await kept()
          expect(await service.rebuild()).toBe(0)
          expect(await kept()).toEqual(byMarks)
          for (const table of KEPT) {
            expect(byMarks[table]?.length).toBeGreaterThan(10)
            await run(`delete from report_${table}`)
          }
          expect(await service.rebuild()).toBeGreaterThan(50)
          expect(await kept()).toEqual(byMarks)
          await compareWithOrders({ service, run, random })
        }
      )

      it("are right again, and only what was wrong is written, when somebody has spoilt them", async () => {
        await sell(run, soldOnce("2026-11-28T10:00:00Z"))
        await sell(run, soldOnce("2026-11-29T10:00:00Z"))
        await keepAll()
        const right = await kept()
        await run(
          "update report_sale_quarter set gross_minor = 1 where scope = 'vend_a' and quarter_at < '2026-11-29'"
        )
        await run(
          "insert into report_product_year select 'vend_z', 'ngn', 'prod_9', '2026-01-01', 1, 1, 1, 1"
        )

        expect(await service.rebuild()).toBe(2)
        expect(await kept()).toEqual(right)
      })

      it("wait for nobody: a checkout that is not over keeps no other one of the shop, nor the sums, from going on", async () => {
        // Of a connection of its own, so that what follows is not in its transaction.
        const open = MikroOrmWrapper.forkManager()
        await open.begin()
        await sell((sql, values = []) => open.execute(sql, values), soldOnce("2026-11-28T10:00:00Z"))
        await sell(run, soldOnce("2026-11-28T10:01:00Z"))
        await keepAll()
        expect(await ordersBy(periodFrom("2026-11-28", "2026-11-29"))).toEqual([1])
        expect(await service.isCurrent({ vendor_id: "vend_a" })).toBe(true)

        await open.commit()
        expect(await service.isCurrent({ vendor_id: "vend_a" })).toBe(false)
        expect(await service.isCurrent({ vendor_id: "vend_b" })).toBe(true)
        await keepAll()
        expect(await ordersBy(periodFrom("2026-11-28", "2026-11-29"))).toEqual([2])
        expect(await service.isCurrent("platform")).toBe(true)
      })

      it("are worked out by one at a time, and each mark by one alone", async () => {
        for (let hour = 10; hour < 20; hour += 1) {
          await sell(run, soldOnce(`2026-11-28T${hour}:00:00Z`))
        }
        const taken = await Promise.all([1, 2, 3, 4].map(() => service.keepCurrent("platform", 1000)))
        const [{ count }] = (await run("select count(*)::int as count from report_mark")) as unknown as [
          { count: number },
        ]

        expect(taken.filter((marks) => marks !== null && marks > 0)).toHaveLength(1)
        expect(count).toBe(0)
        expect(await ordersBy(periodFrom("2026-11-28", "2026-11-29"))).toEqual([10])
      })

      it("are marked by what they are summed from alone", async () => {
        const { vendor_order_ids } = await sell(run, soldOnce("2026-11-28T10:00:00Z"))
        await keepAll()
        await run("update vendor_order set status = 'confirmed' where id = ?", vendor_order_ids)
        await run("update vendor_order_line set title = 'Other' where vendor_order_id = ?", vendor_order_ids)
        await run(`update "order" set status = 'completed'`)
        expect(await service.isCurrent("platform")).toBe(true)

        await run(`update "order" set customer_id = 'cus_2'`)
        expect(await service.isCurrent("platform")).toBe(false)
      })
    })

    describe("A report", () => {
      it("begins its days at the zone's midnight", async () => {
        await sell(run, soldOnce("2026-11-27T22:59:59.999Z"))
        await sell(run, soldOnce("2026-11-27T23:00:00Z"))
        await sell(run, soldOnce("2026-11-28T22:59:59.999Z"))
        await sell(run, soldOnce("2026-11-28T23:00:00Z"))
        await keepAll()

        expect(await ordersBy(periodFrom("2026-11-27", "2026-11-30"))).toEqual([1, 2, 1])
        expect(await ordersBy(periodFrom("2026-11-27", "2026-11-30", "day", "UTC"))).toEqual([2, 2, 0])
        // A quarter past six in the evening of UTC: both days have a part of that hour.
        await sell(run, soldOnce("2026-11-28T18:14:59.999Z"))
        await sell(run, soldOnce("2026-11-28T18:15:00Z"))
        await keepAll()
        const inKathmandu = periodFrom("2026-11-27", "2026-11-30", "day", "Asia/Kathmandu")
        expect(await ordersBy(inKathmandu)).toEqual([0, 3, 3])
        // As far from UTC as a clock is.
        const inKiritimati = periodFrom("2026-11-27", "2026-11-30", "day", "Pacific/Kiritimati")
        expect(await ordersBy(inKiritimati)).toEqual([0, 2, 4])
      })

      it("counts what comes after a sale at its own date, and never mixes currencies", async () => {
        const { vendor_order_ids } = await sell(run, soldOnce("2026-10-31T12:00:00Z"))
        await sell(run, soldOnce("2026-10-31T12:00:00Z", { currency_code: "kes" }))
        await refund(run, vendor_order_ids[0]!, 400, "2026-11-02T12:00:00Z")
        await refund(run, vendor_order_ids[0]!, -400, "2026-11-04T12:00:00Z")
        await cancel(run, vendor_order_ids[0]!, "2026-11-03T12:00:00Z")
        await keepAll()

        const { series, previous } = await salesOf("platform", periodFrom("2026-11-02", "2026-11-05"))
        expect(
          series.map(({ refunds, refunded_minor, cancellations, canceled_minor, orders }) => [
            ...[refunds, refunded_minor, cancellations, canceled_minor, orders],
          ])
        ).toEqual([
          [1, 400n, 0, 0n, 0],
          [0, 0n, 1, 1000n, 0],
          [-1, -400n, 0, 0n, 0],
        ])
        expect(previous).toMatchObject({ orders: 1, gross_minor: 1000n, earnings_minor: 911n })
        expect(await service.currenciesOf("platform", periodFrom("2026-10-01", "2026-11-01"))).toEqual([
          "kes",
          "ngn",
        ])
      })

      it("counts an order of several shops once for the platform, and its buyer as one who bought once", async () => {
        const both = { parts: ["vend_a", "vend_b"].map((vendor_id) => ({ vendor_id, items: [item(1000)] })) }
        await sell(run, soldOnce("2026-11-28T10:00:00Z", both))
        await keepAll()
        const period = periodFrom("2026-11-01", "2026-12-01", "month")

        const all = await salesOf("platform", period)
        expect([all.series[0]!.orders, all.series[0]!.gross_minor, all.buyers]).toEqual([
          ...[1, 2000n, { buyers: 1, new_buyers: 1, repeat_buyers: 0 }],
        ])
        // In the one shop again: there a buyer who comes back, in the other none.
        await sell(run, soldOnce("2026-11-29T10:00:00Z"))
        await keepAll()
        const buyers = async (scope: ReportScope) => (await salesOf(scope, period)).buyers.repeat_buyers
        expect([
          await buyers("platform"),
          await buyers({ vendor_id: "vend_a" }),
          await buyers({ vendor_id: "vend_b" }),
        ]).toEqual([...[1, 1, 0]])
      })

      it("counts a buyer by whose orders they are now", async () => {
        const [, second, third] = [
          await sell(run, soldOnce("2026-11-01T12:00:00Z")),
          await sell(run, soldOnce("2026-11-02T12:00:00Z")),
          await sell(run, soldOnce("2026-11-03T12:00:00Z")),
        ]
        await keepAll()
        const buyers = async () => (await salesOf("platform", periodFrom("2026-11-02", "2026-11-04"))).buyers
        expect(await buyers()).toEqual({ buyers: 1, new_buyers: 0, repeat_buyers: 1 })

        await run(`update "order" set customer_id = 'cus_2' where id = ?`, [second!.order_id])
        await keepAll()
        expect(await buyers()).toEqual({ buyers: 2, new_buyers: 1, repeat_buyers: 1 })
        await run("delete from order_partition where order_id = ?", [third!.order_id])
        await keepAll()
        expect(await buyers()).toEqual({ buyers: 1, new_buyers: 1, repeat_buyers: 0 })
      })

      it("pages through products, by what they brought in or by pieces, and counts them behind the last page, too", async () => {
        const items = [
          { ...item(900, "prod_1"), quantity: 1 },
          { ...item(300, "prod_2"), quantity: 9 },
          { ...item(300, "prod_9"), quantity: 2 },
        ]
        await sell(run, soldOnce("2026-11-28T10:00:00Z", { parts: [{ vendor_id: "vend_a", items }] }))
        await keepAll()
        const list = async (over: { sort?: "units"; skip?: number; take?: number; time_zone?: string }) => {
          const period = periodFrom("2026-11-28", "2026-11-29", "day", over.time_zone)
          const page = {
            sort: over.sort ?? ("net_sales" as const),
            skip: over.skip ?? 0,
            take: over.take ?? 10,
          }
          const { products, count } = await service.listSoldProducts(
            { vendor_id: "vend_a" },
            { period, currency_code: "ngn", ...page }
          )
          return [count, ...products.map(({ product_id, title }) => `${product_id} ${title}`)]
        }

        expect(await list({})).toEqual([3, "prod_1 Product 1", "prod_2 Product 2", "prod_9 null"])
        expect(await list({ sort: "units", take: 1, time_zone: "UTC" })).toEqual([3, "prod_2 Product 2"])
        expect(await list({ skip: 2 })).toEqual([3, "prod_9 null"])
        expect(await list({ skip: 50 })).toEqual([3])
      })
    })

    describe("A method that is about one shop", () => {
      const period = periodFrom("2026-11-28", "2026-11-29")
      const query = { period, currency_code: "ngn" }
      const calls: Record<string, (vendor_id: string) => Promise<unknown>> = {
        currenciesOf: (vendor_id) => service.currenciesOf({ vendor_id }, period),
        isCurrent: (vendor_id) => service.isCurrent({ vendor_id }),
        keepCurrent: (vendor_id) => service.keepCurrent({ vendor_id }, 10),
        listSoldProducts: (vendor_id) =>
          service.listSoldProducts({ vendor_id }, { ...query, sort: "units", take: 1, skip: 0 }),
        sumSales: (vendor_id) => service.sumSales({ vendor_id }, query),
      }

      it("throws without the vendor's id instead of answering for the platform", async () => {
        for (const call of Object.values(calls)) {
          for (const nothing of NO_ID) {
            await expect(call(nothing)).rejects.toThrow("needs the vendor's id")
          }
        }
        expect(ownMethods(ReportModuleService)).toEqual([...Object.keys(calls), "rebuild"].toSorted())
      })
    })
  },
})
