import { randomUUID } from "node:crypto"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { toMajorUnits, toMinorUnits } from "../../../src/lib/money"
import { ACCESS_MODULE } from "../../../src/modules/access"
import type AccessModuleService from "../../../src/modules/access/service"
import type { StatementOfMonth } from "../../../src/workflows/ledger/vendor-statement"
import { refusal, type VendorOrderSuite } from "./suite"

type Listed = { period: string; opening: string; closing: string; is_final: boolean }

const thisMonth = () => new Date().toISOString().slice(0, 7)
const kobo = (amount: string) => toMinorUnits(amount, "ngn")

export function describeStatements(suite: VendorOrderSuite): void {
  const statement = async (period: string, shop = 0) =>
    (await suite.shops[shop]!<{ statement: StatementOfMonth }>("GET", `/vendor/statements/${period}`)).body
      .statement

  /** A sale as it was posted in another month, which the books take no other way. */
  async function soldIn(posted: string, net: string): Promise<void> {
    const [entry, vendor] = [`lent_${randomUUID()}`, suite.market.vendors[0]!.id]
    const pg = suite.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await pg.transaction(async (trx) => {
      await trx.raw(
        `insert into ledger_account (code, type, owner, currency_code) values
           ('vendor_pending:' || ? || ':ngn', 'vendor_pending', ?, 'ngn'), ('unallocated:ngn', 'unallocated', null, 'ngn')
         on conflict do nothing`,
        [vendor, vendor]
      )
      await trx.raw(
        `insert into ledger_entry (id, kind, idempotency_key, currency_code, occurred_at, reference, created_at)
         values (?, 'sale', ?, 'ngn', ?, '{}', ?)`,
        [entry, entry, posted, posted]
      )
      for (const [account, amount] of [
        [`vendor_pending:${vendor}:ngn`, `-${net}`],
        ["unallocated:ngn", net],
      ]) {
        await trx.raw(
          `insert into ledger_posting (id, entry_id, account_code, currency_code, amount_minor, created_at)
           values (?, ?, ?, 'ngn', ?, ?)`,
          [`lpos_${randomUUID()}`, entry, account!, amount!, posted]
        )
      }
    })
  }

  async function owedByTheBooks(): Promise<bigint> {
    const { rows } = await suite.container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
      `select (-sum(p.amount_minor))::text as owed from ledger_posting p
         join ledger_account a on a.code = p.account_code where a.owner = ?`,
      [suite.market.vendors[0]!.id]
    )

    return BigInt(rows[0].owed)
  }

  describe("A shop's monthly statement", () => {
    it("opens with what the last one closed with, and its lines, sums and page tie to the books", async () => {
      await soldIn("2026-03-31T23:59:59.999Z", "12345678")
      const both = await suite.desk.buy([0, 1])
      const again = await suite.desk.buy([0], { quantity: 2 })
      const orders = [await suite.read(0, await both.part(0)), await suite.read(0, await again.part(0))]
      await suite.cancel(0, orders[1]!.id)

      const { body } = await suite.shops[0]!<{ statements: Listed[]; count: number }>(
        "GET",
        "/vendor/statements"
      )
      const owed = await owedByTheBooks()
      expect(body.count).toBe(2)
      expect(body.statements[1]).toMatchObject({
        period: "2026-03",
        opening: "0",
        closing: "123456.78",
        is_final: true,
      })
      expect(body.statements[0]).toMatchObject({ period: thisMonth(), opening: "123456.78", is_final: false })
      expect(kobo(body.statements[0]!.closing)).toBe(owed)

      const [month] = (await statement(thisMonth())).statements
      const { net, orders: count, item_tax_remitter, ...parts } = month!.sold
      expect(count).toBe(2)
      expect(kobo(net)).toBe(kobo(orders[0]!.net_total) + kobo(orders[1]!.net_total))
      expect(Object.values(parts).reduce((sum, part) => sum + kobo(part), 0n)).toBe(kobo(net))
      expect(item_tax_remitter).toBe("shop")
      const moved = month!.movements.reduce((sum, { amount }) => sum + kobo(amount), 0n)
      expect(kobo(month!.opening.total!) + moved).toBe(kobo(month!.closing.total!))
      expect(kobo(month!.closing.total!)).toBe(owed)

      const file = await suite.shops[0]!<{ text: string }>("GET", `/vendor/statements/${thisMonth()}/export`)
      const rows = file.body.text.trimEnd().split("\n").slice(1)
      const cells = rows.map((line) => line.split(","))
      const sumOf = (kept: (kind: string) => boolean) =>
        cells.filter(([, , kind]) => kept(kind!)).reduce((sum, row) => sum + kobo(row[4]!), 0n)
      expect(sumOf((kind) => kind !== "closing_balance")).toBe(owed)
      expect(sumOf((kind) => kind === "closing_balance")).toBe(owed)
      expect(cells.filter(([, , kind]) => kind === "sale").map((row) => row[6])).toEqual(
        orders.map(({ display_number }) => display_number)
      )
    })

    it("says whose tax is whose to pay, by what was frozen, and what the platform pays is in no shop's balance", async () => {
      const [mine] = suite.market.vendors
      const before = await suite.desk.buy([0])
      await suite.container
        .resolve<AccessModuleService>(ACCESS_MODULE)
        .writeSettings({ values: { item_tax_remitter: "by_status" }, by: "test" })
      const told = await suite.admin("POST", `/admin/vendors/${mine!.id}`, { tax_status: "not_registered" })
      expect([told.status, told.body]).toMatchObject([200, { vendor: { tax_status: "not_registered" } }])
      const after = await suite.desk.buy([0, 1], { quantity: 2 })
      const byShop = await suite.read(0, await before.part(0))
      const byPlatform = await suite.read(0, await after.part(0))
      const others = await suite.read(1, await after.part(1))
      const tax = kobo(byPlatform.tax_total)

      expect([byShop, others].map(({ platform_tax_total }) => platform_tax_total)).toEqual(["0", "0"])
      expect(byPlatform.platform_tax_total).toBe(byPlatform.tax_total)
      // Of goods and of their delivery.
      expect(tax).toBe((kobo(byPlatform.total) * 75n + 537n) / 1075n)
      expect(kobo(byPlatform.net_total)).toBe(
        kobo(byPlatform.total) - kobo(byPlatform.commission_total) - tax
      )
      expect(await suite.bench.books.balance("item_tax")).toBe(-tax)
      expect(await suite.bench.books.balance("vendor_pending", mine!.id)).toBe(
        -kobo(byShop.net_total) - kobo(byPlatform.net_total)
      )

      const [{ sold }] = (await statement(thisMonth())).statements as [StatementOfMonth["statements"][number]]
      expect(sold).toMatchObject({
        item_tax_by_shop: byShop.tax_total,
        item_tax_by_platform: byPlatform.tax_total,
        item_tax_kept: `-${byPlatform.tax_total}`,
        item_tax_remitter: "both",
      })
      expect(kobo(sold.net)).toBe(-(await suite.bench.books.balance("vendor_pending", mine!.id)))
      expect((await statement(thisMonth(), 1)).statements[0]!.sold.item_tax_remitter).toBe("shop")
      const page = await suite.shops[0]!<{ text: string }>("GET", `/vendor/statements/${thisMonth()}/print`)
      expect(page.body.text).toMatch(
        /to be paid to the tax office by the shop<.*platform pays to the tax office</
      )

      // Whatever is set by then, a refund takes back what was frozen: a part of the tax with a part, the rest with the rest.
      await suite.admin("POST", `/admin/vendors/${mine!.id}`, { tax_status: "registered" })
      const refund = (amount: bigint, key: string) =>
        suite.act(0, byPlatform.id, "refund", {
          amount: toMajorUnits(amount, "ngn"),
          reason: "goodwill",
          idempotency_key: key,
        })
      const third = kobo(byPlatform.total) / 3n
      expect((await refund(third, "tax-test-1")).status).toBe(200)
      expect(await suite.bench.books.balance("item_tax")).toBe((tax * third) / kobo(byPlatform.total) - tax)
      expect((await refund(kobo(byPlatform.total) - third, "tax-test-2")).status).toBe(200)
      expect(await suite.bench.books.balance("item_tax")).toBe(0n)
      expect(await suite.bench.books.balance("vendor_pending", mine!.id)).toBe(-kobo(byShop.net_total))
    })

    it("is printed as a page that runs nothing, whatever the shop is called", async () => {
      await suite.desk.buy([0])
      await suite.container
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw(`update vendor set name = '<script>alert(1)</script> & Sons' where id = ?`, [
          suite.market.vendors[0]!.id,
        ])

      const { status, headers, body } = await suite.shops[0]!<{ text: string }>(
        "GET",
        `/vendor/statements/${thisMonth()}/print`
      )

      expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"])
      expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-/)
      expect(body.text).toContain("<h1>&lt;script&gt;alert(1)&lt;/script&gt; &amp; Sons</h1>")
      expect(body.text).not.toContain("<script")
      expect(body.text).toContain("Sold in NGN: 1 order<")
      expect(body.text).toContain("<td>Delivery</td><td>1,500.00</td>")
    })

    it("is a shop's own, of a month that has begun", async () => {
      await suite.desk.buy([0])

      expect((await statement(thisMonth(), 2)).statements).toEqual([])
      expect(refusal(await suite.shops[0]!("GET", "/vendor/statements/2026-13"))).toEqual([
        400,
        "invalid_data",
      ])
      expect(refusal(await suite.shops[0]!("GET", "/vendor/statements/2099-01"))).toEqual([
        404,
        "statement_not_found",
      ])
      expect(refusal(await suite.shops[0]!("GET", "/vendor/statements/2099-01/export"))).toEqual([
        404,
        "statement_not_found",
      ])
    })
  })
}
