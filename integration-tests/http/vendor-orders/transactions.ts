import { LEDGER_MODULE } from "../../../src/modules/ledger"
import { buildSale } from "../../../src/modules/ledger/domain/sale"
import type LedgerModuleService from "../../../src/modules/ledger/service"
import type { LineFilters } from "../../../src/modules/ledger/types"
import { readPostings } from "../../../src/workflows/ledger/read-books"
import { clientWith } from "../../helpers/people"
import { refusal, type VendorOrderSuite } from "./suite"

type Transaction = {
  id: string
  kind: string
  balance: string
  amount: string
  currency_code: string
  order_id: string | null
  order_number: string | null
  occurred_at: string
}

type List = { transactions: Transaction[]; count: number; has_more_than_count: boolean; code?: string }

async function pieces<Item>(all: AsyncIterable<Item[]>): Promise<Item[]> {
  const items: Item[] = []
  for await (const piece of all) {
    items.push(...piece)
  }

  return items
}

export function describeTransactions(suite: VendorOrderSuite): void {
  const { read, cancel } = suite
  const list = async (query = "", shop = 0) =>
    (await suite.shops[shop]!<List>("GET", `/vendor/transactions${query}`)).body
  const postings = (filters: LineFilters) => pieces(readPostings(suite.container, filters))
  const ledger = () => suite.container.resolve<LedgerModuleService>(LEDGER_MODULE)

  describe("The transactions of a shop", () => {
    it("are what the books say of its accounts, and nothing of anybody else's", async () => {
      const both = await suite.desk.buy([0, 1])
      const own = await suite.desk.buy([0], { quantity: 2 })
      const [first, second] = [await read(0, await both.part(0)), await read(0, await own.part(0))]
      await cancel(0, second.id)

      const { transactions: all, count } = await list()
      const [fee, ...others] = all.filter(({ kind }) => kind === "refund_fee")
      const transactions = all.filter(({ kind }) => kind !== "refund_fee")

      expect([count, others]).toEqual([4, []])
      expect(fee).toMatchObject({ balance: "available", order_number: second.display_number })
      expect(fee!.amount).toMatch(/^-\d/)
      expect(transactions.map(({ kind, amount, order_number }) => [kind, amount, order_number])).toEqual([
        ["refund", `-${second.net_total}`, second.display_number],
        ["sale", second.net_total, second.display_number],
        ["sale", first.net_total, first.display_number],
      ])
      expect(transactions[2]).toEqual({
        id: expect.stringMatching(/^lpos_/),
        kind: "sale",
        balance: "pending",
        amount: first.net_total,
        currency_code: "ngn",
        order_id: first.id,
        order_number: first.display_number,
        occurred_at: expect.any(String),
      })
      const [balance] = await ledger().balances({
        owner: suite.market.vendors[0]!.id,
        type: "vendor_pending",
      })
      const sum = transactions.reduce((total, { amount }) => total + BigInt(amount.replace(".", "")), 0n)
      expect(sum).toBe(-balance!.balance_minor)
      const otherShop = await list("", 1)
      expect(otherShop.transactions.map(({ order_id }) => order_id)).toEqual([await both.part(1)])
      expect((await list("", 2)).transactions).toEqual([])
    })

    it("filter, page and sort, and refuse what they do not know", async () => {
      const { part } = await suite.desk.buy([0, 1])
      await suite.desk.buy([0])
      await suite.desk.buy([0])
      const kinds = async (query: string) => (await list(query)).transactions.map(({ kind }) => kind)
      const ids = async (query: string) => (await list(query)).transactions.map(({ id }) => id)

      const all = await ids("")
      expect(await ids("?order=created_at")).toEqual(all.toReversed())
      expect(await ids("?limit=1&offset=1")).toEqual([all[1]])
      expect(await kinds("?kind=refund")).toEqual([])
      expect(await kinds("?kind=sale&balance=pending&currency_code=NGN")).toHaveLength(3)
      expect(await kinds("?balance=available")).toEqual([])
      expect(await kinds("?occurred_at[$lt]=2020-01-01")).toEqual([])
      expect(await kinds("?occurred_at[$gte]=2020-01-01")).toHaveLength(3)
      expect((await list(`?order_id=${await part(0)}`)).transactions).toMatchObject([
        { order_id: await part(0) },
      ])
      for (const query of [
        "?owner=vend_1",
        "?balance=commission",
        "?limit=1000",
        "?kind=theft",
        "?fields=*",
      ]) {
        expect([query, (await suite.shops[0]!("GET", `/vendor/transactions${query}`)).status]).toEqual([
          query,
          400,
        ])
      }
      expect(refusal(await suite.shops[0]!("GET", `/vendor/transactions?order_id=${await part(1)}`))).toEqual(
        [404, "vendor_order_not_found"]
      )
    })

    it("are exported as a table, whole and in the order of time, however long", async () => {
      const { part } = await suite.desk.buy([0])
      const order = await read(0, await part(0))
      const vendor_id = suite.market.vendors[0]!.id
      await ledger().post(
        Array.from({ length: 2500 }, (_, number) =>
          buildSale({
            order_id: `=order_${number}`,
            currency_code: "ngn",
            charged_minor: 1000n,
            credit_minor: 0n,
            occurred_at: new Date("2026-01-01T00:00:00Z"),
            vendors: [
              {
                vendor_id,
                total_minor: 1000n,
                platform_discount_minor: 0n,
                commission_minor: BigInt(number % 7),
              },
            ],
          })
        )
      )
      const { transactions, count, has_more_than_count } = await list("?limit=1")
      expect([transactions.length, count, has_more_than_count]).toEqual([1, 1000, true])

      const { status, headers, body } = await suite.shops[0]!<{ text: string }>(
        "GET",
        "/vendor/transactions/export"
      )
      const lines = body.text.trimEnd().split("\n")

      expect(status).toBe(200)
      expect(headers.get("content-type")).toBe("text/csv; charset=utf-8")
      expect(headers.get("content-disposition")).toBe('attachment; filename="transactions.csv"')
      expect(lines[0]).toBe("id,occurred_at,kind,balance,amount,currency_code,order_number")
      expect(lines).toHaveLength(1 + 1 + 2500)
      expect(lines[1]!.split(",").slice(2)).toEqual([
        "sale",
        "pending",
        order.net_total,
        "ngn",
        order.display_number,
      ])
      expect(new Set(lines).size).toBe(lines.length)
      // Postings of one statement have no order among themselves.
      const [balance] = await ledger().balances({ owner: vendor_id, type: "vendor_pending" })
      const exported = lines.slice(1).map((line) => Math.round(Number(line.split(",")[4]) * 100))
      expect(BigInt(exported.reduce((sum, minor) => sum + minor, 0))).toBe(-balance!.balance_minor)

      // Staff have the whole book, once, and it comes to nothing; or one account of it.
      const [all, own] = [await postings({}), await postings({ owner: vendor_id, type: "vendor_pending" })]
      const [, total] = await ledger().listAndCountLedgerPostings({}, { take: 1 })
      expect([new Set(all.map(({ id }) => id)).size, all.length]).toEqual([total, total])
      const minor = all.map(({ amount }) => Math.round(Number(amount) * 100))
      expect(minor.reduce((sum, one) => sum + one, 0)).toBe(0)
      expect(own.map(({ id }) => id).toSorted()).toEqual(
        lines
          .slice(1)
          .map((line) => line.split(",")[0])
          .toSorted()
      )
    })

    it("are shown to those alone who may see the shop's money", async () => {
      const catalogue = await suite.memberOf(suite.market.vendors[0]!.id, "catalogue")
      const finance = await suite.memberOf(suite.market.vendors[0]!.id, "finance")

      for (const path of ["/vendor/transactions", "/vendor/transactions/export"]) {
        expect([path, (await clientWith(suite.base_url)("GET", path)).status]).toEqual([path, 401])
        expect([path, ...refusal(await catalogue("GET", path))]).toEqual([path, 403, "permission_missing"])
      }
      expect((await finance("GET", "/vendor/transactions")).status).toBe(200)
    })
  })
}
