import type { VendorOrderBody } from "../../helpers/order-desk"
import { refusal, type VendorOrderSuite } from "./suite"

export function describeLists(suite: VendorOrderSuite): void {
  const { read, act } = suite

  describe("Lists", () => {
    it("filter, search, sort and page a shop's orders in a few statements, however many there are", async () => {
      const first = await suite.desk.buy([0, 1])
      await suite.desk.buy([0], { quantity: 4 })
      await suite.desk.buy([0], { quantity: 2 })
      await act(0, await first.part(0), "confirm")
      const [line] = (await read(0, await first.part(0))).lines
      const list = async (query: string) => {
        const { status, body } = await suite.shops[0]!<{ orders: VendorOrderBody[]; count: number }>(
          "GET",
          `/vendor/orders?${query}`
        )
        return {
          status,
          count: body.count,
          numbers: body.orders?.map(({ display_number }) => display_number),
        }
      }
      const found = async (query: string) => (await list(query)).numbers

      expect(await found("")).toEqual(["3-1", "2-1", "1-1"])
      expect(await found("order=number")).toEqual(["1-1", "2-1", "3-1"])
      expect(await found("order=-total")).toEqual(["2-1", "3-1", "1-1"])
      expect(await list("limit=1&offset=1")).toEqual({ status: 200, count: 3, numbers: ["2-1"] })
      expect(await found("status=confirmed")).toEqual(["1-1"])
      expect(await found("status[]=confirmed&status[]=pending")).toHaveLength(3)
      expect(await found("currency_code=GHS")).toEqual([])
      expect(await found("created_at[$gte]=2020-01-01&created_at[$lt]=2021-01-01")).toEqual([])
      expect(await found("created_at[$gte]=2020-01-01")).toHaveLength(3)
      for (const [q, hits] of [
        ["%232-1", 1],
        ["NGOZI%20eze", 3],
        ["ngozi@example", 3],
        [line!.sku.toLowerCase(), 3],
        [encodeURIComponent(line!.title), 3],
        ["%25", 0],
        ["_", 0],
        ["nobody'--", 0],
      ] as const) {
        expect([q, (await list(`q=${q}`)).count]).toEqual([q, hits])
      }
      const [few, many] = [
        await suite.desk.statements(() => list("limit=1")),
        await suite.desk.statements(() => list("limit=3")),
      ]
      expect([many - few, few > 2, many <= 8]).toEqual([0, true, true])

      type Customers = { customers: Record<string, unknown>[]; count: number }
      const people = (await suite.shops[0]!<Customers>("GET", "/vendor/customers?q=ngozi")).body
      const total = (await suite.desk.rows(first.order_id)).length
      expect([people.count, total]).toEqual([1, 2])
      const spent = (
        await suite.desk.service.listVendorOrders({ vendor_id: suite.market.vendors[0]!.id })
      ).reduce((sum, row) => sum + BigInt(row.total_minor), 0n)
      expect(people.customers[0]).toMatchObject({
        name: "Ngozi Eze",
        city: "Ikeja",
        country_code: "ng",
        orders_count: 3,
        spent: [{ currency_code: "ngn", amount: String(Number(spent) / 100) }],
      })
      const id = people.customers[0]!.id
      const theirs = (await suite.shops[1]!<Customers>("GET", "/vendor/customers")).body.customers[0]!
      expect([theirs.orders_count, theirs.id === id]).toEqual([1, false])
      expect(refusal(await suite.shops[1]!("GET", `/vendor/customers/${id}`))).toEqual([
        404,
        "vendor_customer_not_found",
      ])
      const { body } = await suite.shops[0]!<{ customer: { orders: unknown[] } }>(
        "GET",
        `/vendor/customers/${id}`
      )
      expect(body.customer.orders).toHaveLength(3)
      expect((await suite.shops[0]!("GET", "/vendor/customers?q=nobody")).body).toMatchObject({
        customers: [],
        count: 0,
      })
      expect((await suite.shops[0]!("GET", "/vendor/customers?order=email")).status).toBe(400)
    })
  })
}
