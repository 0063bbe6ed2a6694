import { NO_ID } from "../../../lib/__tests__/own-methods"
import type DebtModuleService from "../service"
import type { OfShop } from "../types"

const ISSUED = new Date("2026-11-28T10:00:00Z")

/** Books on paper: what each shop owes, and what has come in on it. */
export function createPaper(service: DebtModuleService) {
  const shops = new Map<string, { owed_minor: bigint; credited_minor: bigint }>()
  const of = (vendor_id: string) => shops.get(vendor_id) ?? { owed_minor: 0n, credited_minor: 5n }
  const standing = async ({ vendor_id }: OfShop) => ({ ...of(vendor_id), from_seq: "7" })
  const books = {
    standing,
    debt: async (shop: OfShop) => {
      const parts = [{ owed_for: "refunds", amount_minor: of(shop.vendor_id).owed_minor }]

      return { ...(await standing(shop)), parts, owed_since: ISSUED }
    },
  }

  return {
    books,
    clear: () => shops.clear(),
    owe(vendor_id: string, amount: bigint) {
      const { owed_minor, credited_minor } = of(vendor_id)
      shops.set(vendor_id, { owed_minor: owed_minor + amount, credited_minor })
    },
    credit(vendor_id: string, amount: bigint) {
      const { owed_minor, credited_minor } = of(vendor_id)
      shops.set(vendor_id, { owed_minor: owed_minor - amount, credited_minor: credited_minor + amount })
    },
    issue: (vendor_id: string, over: { currency_code?: string; issued_at?: Date } = {}) =>
      service.issueInvoice(
        {
          vendor_id,
          currency_code: "ngn",
          shop_name: `Shop ${vendor_id}`,
          address_lines: ["1 Broad Street", "Lagos"],
          issued_by: "system",
          issued_at: ISSUED,
          due_at: new Date("2026-12-12T10:00:00Z"),
          ...over,
        },
        books
      ),
  }
}

export function describeInvoices(service: DebtModuleService, paper: ReturnType<typeof createPaper>): void {
  const shop = { vendor_id: "vend_a", currency_code: "ngn" }
  const follow = (by: "netting" | "payment" = "netting") =>
    service.followInvoice({ ...shop, by }, paper.books)
  const pay = (amount: bigint) =>
    service.payDebt(
      {
        ...shop,
        pay: async (invoice) => {
          paper.credit("vend_a", amount)

          return { is_paid: true, invoice_id: invoice?.id ?? null }
        },
      },
      paper.books
    )

  describe("An invoice", () => {
    it("is one for a shop and currency, however many ask for it at once", async () => {
      paper.owe("vend_a", 900n)
      // The first round may find one connection alone, and so come one after the other.
      for (const round of [1, 2, 3]) {
        const all = await Promise.all([1, 2, 3, 4].map(() => paper.issue("vend_a")))
        expect(all.filter((each) => each?.is_new)).toHaveLength(1)
        expect(new Set(all.map((each) => each?.invoice.number))).toEqual(new Set([`DN-2026-00000${round}`]))
        await service.cancelInvoice({ id: all[0]!.invoice.id, by: "user_1", reason: "It was wrong." })
      }
      await expect(paper.issue("vend_a", { currency_code: "ghs" })).resolves.toMatchObject({ is_new: true })
      expect(await paper.issue("vend_b")).toBeNull()
    })

    it("is numbered without a gap, in each year for itself, also when one could not be written", async () => {
      const shops = [...Array(12).keys()].map((index) => `vend_${index}`)
      for (const vendor_id of shops) {
        paper.owe(vendor_id, 100n)
      }
      const all = await Promise.allSettled(
        // The database refuses a currency in capitals, when the number is taken already.
        shops.map((id, index) => paper.issue(id, index % 3 === 1 ? { currency_code: "NGN" } : {}))
      )
      const numbers = all.flatMap((each) =>
        each.status === "fulfilled" ? (each.value?.invoice.number ?? []) : []
      )

      expect(numbers.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((count) => `DN-2026-00000${count}`))
      const next = await paper.issue("vend_1", { issued_at: new Date("2027-01-01T00:00:00Z") })
      expect(next?.invoice.number).toBe("DN-2027-000001")
    })

    it("keeps what it was made of, and the shop as it was", async () => {
      paper.owe("vend_a", 900n)
      const issued = await paper.issue("vend_a")

      const found = await service.findInvoiceOfVendor({ id: issued!.invoice.id, vendor_id: "vend_a" })
      expect(found).toEqual(issued!.invoice)
      expect(found).toMatchObject({
        state: "open",
        amount_minor: 900n,
        parts: [{ owed_for: "refunds", amount_minor: 900n }],
        owed_since: ISSUED,
        shop_name: "Shop vend_a",
        address_lines: ["1 Broad Street", "Lagos"],
        from_seq: "7",
        credited_minor: 5n,
        closed_at: null,
      })
      expect(await service.findInvoiceOfVendor({ id: found!.id, vendor_id: "vend_b" })).toBeNull()
    })

    it("follows the books: later sales cover it, and the next debt is another's", async () => {
      paper.owe("vend_a", 900n)
      const first = (await paper.issue("vend_a"))!.invoice
      expect(await follow()).toMatchObject({ state: "open" })

      paper.credit("vend_a", 100n)
      expect(await follow()).toMatchObject({ id: first.id, state: "part_paid", closed_at: null })
      paper.credit("vend_a", 800n)
      paper.owe("vend_a", 50n)
      const second = await paper.issue("vend_a")

      expect(second).toMatchObject({ is_new: true, invoice: { amount_minor: 50n, state: "open" } })
      expect(await service.findInvoice(first.id)).toMatchObject({
        state: "netted",
        closed_at: expect.any(Date),
      })
      expect(await service.openInvoicesOf(["vend_a"])).toEqual([second!.invoice])
      expect(await service.openInvoicesAfter({ after: "", take: 5 })).toEqual([
        { id: second!.invoice.id, ...shop },
      ])
    })

    it("is paid by the payment that covers it, unless sales had covered it before", async () => {
      paper.owe("vend_a", 900n)
      const { id } = (await paper.issue("vend_a"))!.invoice
      expect(await pay(400n)).toMatchObject({ outcome: { invoice_id: id }, invoice: { state: "part_paid" } })
      expect(await pay(500n)).toMatchObject({ outcome: { invoice_id: id }, invoice: { id, state: "paid" } })
      expect(await follow()).toBeNull()

      paper.owe("vend_a", 100n)
      const next = (await paper.issue("vend_a"))!.invoice
      paper.credit("vend_a", 100n)
      paper.owe("vend_a", 30n)
      expect(await pay(30n)).toEqual({ outcome: { is_paid: true, invoice_id: null }, invoice: null })
      expect(await service.findInvoice(next.id)).toMatchObject({ state: "netted" })
    })

    it("is as it was when its payment cannot be booked", async () => {
      paper.owe("vend_a", 900n)
      const { id } = (await paper.issue("vend_a"))!.invoice
      paper.credit("vend_a", 100n)
      const failing = { ...shop, pay: () => Promise.reject(new Error("The books are shut.")) }

      await expect(service.payDebt(failing, paper.books)).rejects.toThrow("shut")
      expect(await service.findInvoice(id)).toMatchObject({ state: "open" })
    })

    it("ends with the write-off of its debt", async () => {
      paper.owe("vend_a", 900n)
      const { id } = (await paper.issue("vend_a"))!.invoice
      const asked = await service.requestWriteOff({
        ...shop,
        amount_minor: 900n,
        reason: "It has closed.",
        requested_by: "user_1",
      })
      const post = async () => paper.credit("vend_a", 900n)

      await service.approveWriteOff({ id: asked!.id, by: "user_2" }, { ...paper.books, post })

      expect(await service.findInvoice(id)).toMatchObject({ state: "written_off" })
    })

    it("is taken back by staff once, and never after it has ended", async () => {
      paper.owe("vend_a", 900n)
      const { id } = (await paper.issue("vend_a"))!.invoice
      const cancel = () => service.cancelInvoice({ id, by: "user_1", reason: "It was wrong." })

      const both = await Promise.all([cancel(), cancel()])
      expect(both.filter(Boolean)).toMatchObject([{ state: "canceled", canceled_reason: "It was wrong." }])
      expect(await service.seeDebt({ ...shop, now: ISSUED })).toMatchObject({ canceled_at: expect.any(Date) })
      expect(await service.seeDebt({ ...shop, currency_code: "ghs", now: ISSUED })).toMatchObject({
        canceled_at: null,
      })
    })

    it("is listed, the last one first, by shop, currency and state", async () => {
      for (const [vendor_id, day] of [
        ["vend_a", 1],
        ["vend_b", 3],
        ["vend_c", 2],
      ] as const) {
        paper.owe(vendor_id, 10n)
        await paper.issue(vendor_id, { issued_at: new Date(Date.UTC(2026, 10, day)) })
      }
      paper.credit("vend_a", 10n)
      await follow()
      const page = { take: 2, skip: 0 }
      const shopsOf = ({ invoices, count }: Awaited<ReturnType<DebtModuleService["pageOfInvoices"]>>) => [
        count,
        invoices.map(({ vendor_id }) => vendor_id),
      ]

      expect(shopsOf(await service.pageOfInvoices({}, page))).toEqual([3, ["vend_b", "vend_c"]])
      expect(shopsOf(await service.pageOfInvoices({}, { take: 2, skip: 2 }))).toEqual([3, ["vend_a"]])
      expect(shopsOf(await service.pageOfInvoices({ state: ["netted", "paid"] }, page))).toEqual([
        1,
        ["vend_a"],
      ])
      expect(shopsOf(await service.pageOfInvoices({ currency_code: "ghs" }, page))).toEqual([0, []])
      expect(shopsOf(await service.pageOfVendorsInvoices({ vendor_id: "vend_c" }, page))).toEqual([
        1,
        ["vend_c"],
      ])
    })

    it("names its shop", async () => {
      for (const vendor_id of NO_ID as string[]) {
        const of = { vendor_id, currency_code: "ngn" }
        const asked = [
          () => paper.issue(vendor_id),
          () => service.followInvoice({ ...of, by: "netting" as const }, paper.books),
          () => service.payDebt({ ...of, pay: async () => ({ is_paid: true }) }, paper.books),
          () => service.findInvoiceOfVendor({ id: "dinv_1", vendor_id }),
          () => service.pageOfVendorsInvoices({ vendor_id }, { take: 1, skip: 0 }),
          () => service.openInvoicesOf([vendor_id]),
        ]
        for (const ask of asked) {
          await expect(ask()).rejects.toThrow("needs the vendor's id")
        }
      }
    })
  })
}
