import { LEDGER_MODULE } from "../../../src/modules/ledger"
import { buildOrderRefund } from "../../../src/modules/ledger/domain/refund"
import { buildRelease } from "../../../src/modules/ledger/domain/release"
import type LedgerModuleService from "../../../src/modules/ledger/service"
import { dunDebtsWorkflow } from "../../../src/workflows/debt/workflows/dun-debts"
import { changeVendorStatusWorkflow } from "../../../src/workflows/vendor/workflows/change-vendor-status"
import { minor, type PayoutSuite, refusal } from "./suite"

type Invoice = {
  id: string
  number: string
  state: string
  amount: string
  left: string
  payments?: unknown[]
}
type Debts = { debts: { owed: string; parts: object[]; invoice: Invoice | null }[]; count: number }
type Statement = {
  statements: {
    opening: { total: string }
    closing: { total: string }
    movements: { kind: string; balance: string; amount: string }[]
  }[]
}

export function describeDebtInvoices(suite: PayoutSuite): void {
  const { vendorId, run, balance, soldAndReleased, list } = suite
  let serial = 0

  const released = async (shop: number, amounts: { available_minor: bigint; reserved_minor: bigint }) => {
    serial += 1
    await suite.container.resolve<LedgerModuleService>(LEDGER_MODULE).post([
      buildRelease({
        vendor_id: vendorId(shop),
        order_id: `order_debt_${serial}`,
        vendor_order_id: `vord_debt_${serial}`,
        currency_code: "ngn",
        number: 1,
        ...amounts,
        occurred_at: new Date(),
      }),
    ])
  }
  /** As a refund leaves it, of an order that had been paid out. */
  const owe = async (shop: number, amount_minor: bigint) => {
    await suite.container.resolve<LedgerModuleService>(LEDGER_MODULE).post([
      buildOrderRefund({
        gateway: "paystack",
        refund_key: `debt_${serial}`,
        order_id: `order_debt_${serial + 1}`,
        currency_code: "ngn",
        occurred_at: new Date(),
        amount_minor,
        unallocated_minor: 0n,
        vendors: [
          {
            vendor_id: vendorId(shop),
            amount_minor,
            commission_minor: 0n,
            commission_tax_minor: 0n,
            withholding_minor: 0n,
            platform_tax_minor: 0n,
            platform_discount_minor: 0n,
          },
        ],
      }),
    ])
    await released(shop, { available_minor: -amount_minor, reserved_minor: 0n })
  }
  const reserve = (shop: number, reserved_minor: bigint) =>
    released(shop, { available_minor: 0n, reserved_minor })
  const dun = async () => (await dunDebtsWorkflow(suite.container).run({ input: {} })).result
  const age = () => suite.sql(`update debt set since = since - interval '15 days'`)
  const invoice = (shop: number) =>
    suite.finance<{ invoice: Invoice; code?: string }>(
      "POST",
      `/admin/payouts/debts/${vendorId(shop)}/invoice`,
      { currency_code: "NGN" }
    )
  const settle = (shop: number, amount: string, reference: string) =>
    suite.finance<{ payment: { owed: string; invoice_id: string | null }; code?: string; message: string }>(
      "POST",
      `/admin/payouts/debts/${vendorId(shop)}/settle`,
      { currency_code: "ngn", amount, reference, received_at: "2026-01-02T10:00:00Z", note: "Seen." }
    )
  const read = async (shop: number, id: string) =>
    (await suite.shops[shop]!<{ invoice: Invoice }>("GET", `/vendor/debts/invoices/${id}`)).body.invoice
  const debts = async (shop: number) => (await suite.shops[shop]!<Debts>("GET", "/vendor/debts")).body

  describe("What a shop owes", () => {
    it("is invoiced once by two schedulers at once, and paid by transfer; then it is paid again", async () => {
      await owe(0, 100_000n)
      expect(await dun()).toEqual({ owing: 1, reminded: 1, invoiced: 0 })
      await age()
      const runs = await Promise.all([dun(), dun()])
      expect(runs.map(({ invoiced }) => invoiced).toSorted()).toEqual([0, 1])

      const [debt] = (await debts(0)).debts
      expect(debt).toMatchObject({
        owed: "1000",
        parts: [{ owed_for: "refunds", amount: "1000" }],
        invoice: { number: expect.stringMatching(/^DN-20\d\d-000001$/), state: "open", left: "1000" },
      })
      const { id, number } = debt!.invoice!
      expect(refusal(await suite.shops[1]!("GET", `/vendor/debts/invoices/${id}`))).toEqual([
        404,
        "debt_invoice_not_found",
      ])

      const first = await settle(0, "400.00", "FT-1")
      expect([first.status, first.body.payment]).toMatchObject([201, { owed: "600", invoice_id: id }])
      const again = await Promise.all([settle(0, "400", "FT-1"), settle(0, "400.00", "FT-1")])
      expect(again.map(({ status }) => status)).toEqual([200, 200])
      const otherwise = await settle(0, "401", "ft-1")
      expect(refusal(otherwise)).toEqual([400, "bank_line_booked"])
      expect(otherwise.body.message).toContain("has paid of its debt")
      const more = await settle(0, "600.01", "FT-2")
      expect(refusal(more)).toEqual([400, "debt_payment_refused"])
      expect(more.body.message).toContain("owes 600")
      expect(refusal(await settle(0, "0.001", "FT-2"))).toEqual([400, "debt_payment_refused"])
      expect(await read(0, id)).toMatchObject({ state: "part_paid", left: "600" })
      const others = await Promise.all(["FT-2", "FT-3"].map((reference) => settle(0, "600", reference)))
      expect(others.map(({ status }) => status).toSorted()).toEqual([201, 400])

      expect(await read(0, id)).toMatchObject({ state: "paid", left: "0", payments: [{ amount: "400" }, {}] })
      expect(await debts(0)).toEqual({ debts: [], count: 0 })
      const page = await suite.shops[0]!<{ text: string }>("GET", `/vendor/debts/invoices/${id}/print`)
      expect(page.headers.get("content-security-policy")).toContain("default-src 'none'")
      expect(page.body.text).toContain(`<h1>Debit note ${number}</h1>`)
      const { net } = await soldAndReleased(0)
      expect(await run()).toMatchObject({ opened: 1 })
      await suite.paid(0)
      expect((await list(0))[0]!.amount).toBe(net)
      expect(await suite.bench.books.balance("platform_bank")).toBe(100_000n)
    })

    it("is in the statement, in the transactions and in the log as it was paid", async () => {
      await owe(0, 100_000n)
      const { id } = (await invoice(0)).body.invoice
      await settle(0, "1000", "FT-1")

      const period = new Date().toISOString().slice(0, 7)
      const { body } = await suite.shops[0]!<{ statement: Statement }>("GET", `/vendor/statements/${period}`)
      const [{ opening, closing, movements } = { opening: null, closing: null, movements: [] }] =
        body.statement.statements
      expect(movements).toContainEqual({ kind: "debt_paid", balance: "available", amount: "1000" })
      const moved = movements.reduce((sum, { amount }) => sum + Number(amount), Number(opening?.total))
      expect(moved).toBe(Number(closing?.total))
      const paid = await suite.shops[0]!<{ transactions: object[] }>(
        "GET",
        "/vendor/transactions?kind=debt_paid"
      )
      expect(paid.body.transactions).toMatchObject([{ balance: "available", amount: "1000" }])
      const { entries } = (
        await suite.second<{ entries: object[] }>("GET", "/admin/audit?action=vendor_debt.paid")
      ).body
      expect(entries).toMatchObject([{ actor_id: suite.people.finance.id, reason: "Seen." }])
      const told = await suite.sql<{ name: string; data: { id: string } }>(
        `select name, data from outgoing_event where name like 'debt-invoice.%' order by id`
      )
      expect(told.map(({ name, data }) => [name, data.id])).toEqual([
        ["debt-invoice.open", id],
        ["debt-invoice.paid", id],
      ])
    })

    it("is netted by sales, taken back by staff, or written off: each ends its invoice", async () => {
      await owe(1, 100n)
      const netted = (await invoice(1)).body.invoice
      expect([(await invoice(1)).status, (await invoice(1)).body.invoice.id]).toEqual([200, netted.id])
      expect(refusal(await invoice(2))).toEqual([400, "debt_invoice_refused"])
      const { net } = await soldAndReleased(1)
      expect(await read(1, netted.id)).toMatchObject({ state: "open", left: "0" })
      await dun()
      expect(await read(1, netted.id)).toMatchObject({ state: "netted", left: "0" })
      expect(minor((await balance(1)).available)).toBe(minor(net) - 100n)

      await owe(2, 200n)
      const canceled = (await invoice(2)).body.invoice
      const path = `/admin/payouts/debt-invoices/${canceled.id}`
      const reason = { reason: "It was too early." }
      expect((await suite.finance("POST", `${path}/cancel`, reason)).status).toBe(200)
      expect(refusal(await suite.finance("POST", `${path}/cancel`, reason))).toEqual([
        400,
        "debt_invoice_refused",
      ])
      await dun()
      await age()
      // What staff have taken back is not issued again by itself, as long as it is the same debt.
      await suite.sql(`update debt_invoice set closed_at = now() - interval '1 day' where state = 'canceled'`)
      expect(await dun()).toMatchObject({ owing: 1, invoiced: 0 })
      const last = (await invoice(2)).body.invoice

      await changeVendorStatusWorkflow(suite.container).run({
        input: { vendor_id: vendorId(2), to: "closed", actor: "test", reason: "bankrupt" },
      })
      const asked = await suite.finance<{ write_off: { id: string } }>("POST", "/admin/payouts/write-offs", {
        vendor_id: vendorId(2),
        currency_code: "ngn",
        reason: "It has closed.",
      })
      const approve = `/admin/payouts/write-offs/${asked.body.write_off.id}/approve`
      expect((await suite.second("POST", approve, {})).status).toBe(200)

      const all = await suite.finance<{ invoices: Invoice[]; count: number }>(
        "GET",
        `/admin/payouts/debt-invoices?vendor_id=${vendorId(2)}`
      )
      expect(all.body).toMatchObject({
        count: 2,
        invoices: [
          { id: last.id, state: "written_off", left: "0" },
          { id: canceled.id, state: "canceled", left: "0" },
        ],
      })
      await suite.bench.books.kinds()
    })

    it("is given up but for what is still held of the shop's own money, as it is at the approval", async () => {
      await owe(2, 200n)
      await reserve(2, 100n)
      await changeVendorStatusWorkflow(suite.container).run({
        input: { vendor_id: vendorId(2), to: "closed", actor: "test", reason: "bankrupt" },
      })
      type Asked = { write_off: { id: string; amount: string }; code?: string; message?: string }
      const ask = () =>
        suite.finance<Asked>("POST", "/admin/payouts/write-offs", {
          vendor_id: vendorId(2),
          currency_code: "ngn",
          reason: "It has closed.",
        })
      const decide = ({ body }: { body: Asked }, how: "approve" | "reject") =>
        suite.second<Asked>("POST", `/admin/payouts/write-offs/${body.write_off.id}/${how}`, {})
      const early = await ask()
      expect(early.body.write_off.amount).toBe("1")
      await reserve(2, 50n)
      expect(refusal(await decide(early, "approve"))).toEqual([400, "write_off_refused"])
      expect((await decide(early, "reject")).status).toBe(200)
      const asked = await ask()
      expect(asked.body.write_off.amount).toBe("0.5")
      expect((await decide(asked, "approve")).status).toBe(200)
      const { books } = suite.bench
      expect([
        await books.balance("vendor_available", vendorId(2)),
        await books.balance("vendor_reserved", vendorId(2)),
      ]).toEqual([150n, -150n])

      const covered = await ask()
      expect([...refusal(covered), covered.body.message]).toEqual([
        400,
        "write_off_refused",
        expect.stringContaining("1.5 reserved"),
      ])
    })

    it("is listed for staff, by shop and currency, with what is asked for of it", async () => {
      await owe(0, 300n)
      await owe(1, 500n)
      const { number } = (await invoice(1)).body.invoice
      const debtsOf = async (query: string) =>
        (await suite.finance<Debts>("GET", `/admin/payouts/debts?${query}`)).body

      const sorted = [vendorId(0), vendorId(1)].toSorted()
      expect(await debtsOf("limit=1")).toMatchObject({
        count: 2,
        debts: [{ vendor_id: sorted[0] }],
        limit: 1,
      })
      expect(await debtsOf("limit=1&offset=1")).toMatchObject({ debts: [{ vendor_id: sorted[1] }] })
      expect(await debtsOf(`vendor_id=${vendorId(1)}&currency_code=NGN`)).toMatchObject({
        count: 1,
        debts: [{ owed: "5", cash_held: "0", invoice: { number, state: "open" } }],
      })
      expect(await debtsOf("currency_code=ghs")).toMatchObject({ debts: [], count: 0 })
      const one = await suite.finance<Debts>("GET", `/admin/payouts/debts/${vendorId(0)}`)
      expect(one.body).toMatchObject({ count: 1, debts: [{ owed: "3", invoice: null }] })
    })
  })
}
