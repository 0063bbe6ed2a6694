import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { toMajorUnits, toMinorUnits } from "../../../src/lib/money"
import { PLATFORM } from "../../../src/modules/report/scope"
import { type readProductReport, readProductRows } from "../../../src/workflows/report/product-report"
import type { SalesReport } from "../../../src/workflows/report/sales-report"
import { keepReportsWorkflow } from "../../../src/workflows/report/workflows/keep-reports"
import { rebuildReportsWorkflow } from "../../../src/workflows/report/workflows/rebuild-reports"
import { clientWith } from "../../helpers/people"
import { refusal, type VendorOrderSuite } from "./suite"

type SalesAnswer = { report: SalesReport; code?: string }
type ProductsAnswer = Awaited<ReturnType<typeof readProductReport>> & { code?: string }
type Csv = { text: string }

const kobo = (amount: string) => toMinorUnits(amount, "ngn")

export function describeReports(suite: VendorOrderSuite): void {
  const sales = async (shop: number, query = "") =>
    (await suite.shops[shop]!<SalesAnswer>("GET", `/vendor/reports/sales${query}`)).body.report
  const ofPlatform = async (query = "") =>
    (await suite.admin<SalesAnswer>("GET", `/admin/reports/sales${query}`)).body.report
  const sql = async (statement: string, values: string[] = []) =>
    (await suite.container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(statement, values)).rows

  /** What entries of a kind have moved on accounts of a type, debit above zero. */
  const moved = async (kind: string, type: string, owner: string | null = null): Promise<string> => {
    const [{ sum }] = await sql(
      `select coalesce(sum(p.amount_minor), 0)::text as sum from ledger_posting p
       join ledger_entry e on e.id = p.entry_id join ledger_account a on a.code = p.account_code
       where e.kind = ? and a.type = ? and (?::text is null or a.owner = ?)`,
      [kind, type, owner, owner] as string[]
    )

    return sum
  }
  const major = (minor: string) => toMajorUnits(BigInt(minor), "ngn")
  const minus = (amount: string) => toMajorUnits(-kobo(amount), "ngn")

  describe("Reports of what was sold", () => {
    it("say what the books say of sales and refunds, to each shop of its own and to staff of all", async () => {
      const [mine, other] = suite.market.vendors
      const both = await suite.desk.buy([0, 1], { codes: ["TEN"] })
      const again = await suite.desk.buy([0], { quantity: 2 })
      await suite.cancel(0, await again.part(0))
      const part = await suite.read(1, await both.part(1))
      await suite.act(1, part.id, "refund", {
        amount: "500",
        reason: "goodwill",
        idempotency_key: "report-1",
      })

      const report = await sales(0)
      const { figures } = report
      expect(report).toMatchObject({
        ...{ currency_code: "ngn", currencies: ["ngn"], time_zone: "Africa/Lagos", interval: "day" },
        ...{ is_current: true, conversion_bps: null, conversion_missing: "visits_not_counted" },
      })
      expect([report.series.length, figures.orders.value, figures.units.value]).toEqual([30, 2, 3])
      expect([figures.cancellation_count.value, figures.refund_count.value]).toEqual([1, 1])
      expect(figures.canceled.value).toBe((await suite.read(0, await again.part(0))).total)
      expect(figures.earnings).toEqual({
        ...{
          value: minus(major(await moved("sale", "vendor_pending", mine!.id))),
          previous: "0",
          change_bps: null,
        },
      })
      expect(figures.earnings_returned.value).toBe(major(await moved("refund", "vendor_pending", mine!.id)))
      const theirs = (await sales(1)).figures
      expect(theirs.earnings.value).toBe(minus(major(await moved("sale", "vendor_pending", other!.id))))
      expect([theirs.orders.value, theirs.refunded.value, theirs.cancellation_count.value]).toEqual([
        1,
        "500",
        0,
      ])
      expect((await sales(2)).figures).toMatchObject({ orders: { value: 0 }, total_sales: { value: "0" } })

      const all = (await ofPlatform()).figures
      expect(all.orders.value).toBe(2)
      expect(all.total_sales.value).toBe(major(await moved("sale", "unallocated")))
      expect(all.platform_discounts.value).toBe(major(await moved("sale", "promotion_expense")))
      expect(kobo(all.platform_discounts.value)).toBeGreaterThan(0n)
      expect(all.commission.value).toBe(minus(major(await moved("sale", "commission"))))
      expect(all.commission_returned.value).toBe(major(await moved("refund", "commission")))
      expect(all.refunded.value).toBe(minus(major(await moved("refund", "gateway_clearing"))))
      expect((await ofPlatform(`?vendor_id=${other!.id}`)).figures).toEqual(theirs)

      // Nothing of it differs from what the orders themselves come to.
      const { result } = await rebuildReportsWorkflow(suite.container).run({ input: {} })
      expect(result.changed).toBe(0)
    })

    it("list the products that were sold, and are files that hold the same", async () => {
      const bought = await suite.desk.buy([0, 1], { quantity: 3 })
      const order = await suite.read(0, await bought.part(0))
      const { body } = await suite.shops[0]!<ProductsAnswer>("GET", "/vendor/reports/products?sort=units")
      const [product] = suite.market.vendors[0]!.products

      expect([body.count, body.limit, body.offset, body.report.is_current]).toEqual([1, 20, 0, true])
      const [{ title }] = await sql("select title from product where id = ?", [product!.id])
      expect(body.products).toMatchObject([
        { product_id: product!.id, title, units: 3, orders: 1, currency_code: "ngn" },
      ])
      const { figures, series } = await sales(0)
      expect(body.products[0]!.net_sales).toBe(figures.net_sales.value)
      expect(figures.total_sales.value).toBe(order.total)

      await sql(`update product set title = '=1+1' where id = ?`, [product!.id])
      const file = await suite.shops[0]!<Csv>("GET", "/vendor/reports/products/export")
      expect(file.headers.get("content-disposition")).toBe('attachment; filename="products.csv"')
      expect(file.body.text).toContain(`${product!.id},'=1+1,1,3,`)
      const table = (await suite.shops[0]!<Csv>("GET", "/vendor/reports/sales/export")).body.text
        .trimEnd()
        .split("\n")
      expect([table.length, table[0]!.split(",").slice(0, 4)]).toEqual([
        31,
        ["from", "to", "currency_code", "orders"],
      ])
      expect(table[30]!.split(",").slice(0, 5)).toEqual([series[29]!.from, series[29]!.to, "ngn", "1", "3"])
      expect(
        (await suite.admin<ProductsAnswer>("GET", "/admin/reports/products?limit=1")).body
      ).toMatchObject({
        ...{ count: 2, products: [{ orders: 1 }] },
      })
      const asked = { scope: PLATFORM, sort: "units", time_zone: "Africa/Lagos" } as const
      const parts: string[][] = []
      for await (const rows of readProductRows(suite.container, asked, 1)) {
        parts.push(rows.map(({ product_id }) => product_id))
      }
      expect(parts.map((ids) => ids.length)).toEqual([1, 1])
      expect(new Set(parts.flat()).size).toBe(2)
    })

    it("follow an order to the customer who took it over, and are kept by the job, too", async () => {
      await suite.desk.buy([0])
      await suite.desk.buy([0])
      await sql(`update "order" set customer_id = 'cus_one'`)
      const { result } = await keepReportsWorkflow(suite.container).run({ input: {} })
      expect(result.taken).toBeGreaterThan(0)
      const people = async () => {
        const { buyers, repeat_buyers } = (await sales(0)).figures
        return [buyers.value, repeat_buyers.value]
      }
      expect(await people()).toEqual([1, 1])

      await sql(
        `update "order" set customer_id = 'cus_two' where display_id = (select min(display_id) from "order")`
      )
      expect(await people()).toEqual([2, 0])
    })

    it("are for those who may see the shop's money, of periods that are periods", async () => {
      const [mine] = suite.market.vendors
      const paths = ["sales", "sales/export", "products", "products/export"]
      const packer = await suite.memberOf(mine!.id, "fulfilment")
      const finance = await suite.memberOf(mine!.id, "finance")
      for (const path of paths) {
        const at = `/vendor/reports/${path}`
        expect([path, (await clientWith(suite.base_url)("GET", at)).status]).toEqual([path, 401])
        expect([path, ...refusal(await packer("GET", at))]).toEqual([path, 403, "permission_missing"])
        expect([path, (await finance("GET", at)).status]).toEqual([path, 200])
        expect((await suite.shops[0]!("GET", `/admin/reports/${path}`)).status).toBe(403)
      }
      const refused: [string, string][] = [
        ["?from=2026-11-02&to=2026-11-02", "report_period_refused"],
        ["?from=2024-01-01&to=2026-01-01", "report_period_refused"],
        ["?time_zone=Africa/Atlantis", "invalid_data"],
        ["?from=2026-02-30", "invalid_data"],
        [`?vendor_id=${mine!.id}`, "invalid_data"],
      ]
      for (const [query, code] of refused) {
        expect([query, ...refusal(await suite.shops[0]!("GET", `/vendor/reports/sales${query}`))]).toEqual([
          query,
          400,
          code,
        ])
      }
      expect(refusal(await suite.admin("GET", "/admin/reports/sales?vendor_id=vend_none"))).toEqual([
        404,
        "vendor_not_found",
      ])
      const { series } = await sales(
        0,
        "?from=2024-02-28&to=2024-03-01&time_zone=Asia/Kathmandu&currency_code=KES"
      )
      expect(series.map(({ from, starts_at }) => [from, starts_at])).toEqual([
        ["2024-02-28", "2024-02-27T18:15:00.000Z"],
        ["2024-02-29", "2024-02-28T18:15:00.000Z"],
      ])
    })
  })
}
