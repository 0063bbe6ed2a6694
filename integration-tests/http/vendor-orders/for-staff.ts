import { createStaff, signIn } from "../../helpers/people"
import { refusal, type VendorOrderSuite } from "./suite"

type Share = { refunded_total: string; left_total: string; net_left_total: string }
type Part = {
  id: string
  order_id: string
  status: string
  total: string
  net_total: string
  vendor: { id: string; name: string }
  share: Share
  lines: { id: string; title: string; sku: string | null; quantity: number; refundable_quantity: number }[]
  is_delivery_refundable: boolean
  collection: object | null
  delivery_confirmed_at: string | null
  history: { to_status: string }[]
  ledger_postings: { kind: string; account_type: string; amount: string }[] | null
}
type Body = { vendor_orders: Part[]; vendor_order: Part; count: number }

const LIST = "/admin/vendor-orders"

export function describeForStaff(suite: VendorOrderSuite): void {
  describe("the parts of an order", () => {
    it("are shown to staff with what is left of each, and the books to those who may read them", async () => {
      const support = await signIn(
        suite.base_url,
        "user",
        (await createStaff(suite.container, "support", "support@parts.example.com")).email
      )
      const finance = await signIn(
        suite.base_url,
        "user",
        (await createStaff(suite.container, "finance", "finance@parts.example.com")).email
      )
      const { part, order_id } = await suite.desk.buy([0, 1])
      const [first, second] = [await part(0), await part(1)]
      await suite.act(0, first, "confirm")
      await suite.cancel(1, second)
      await suite.finish()

      const { body } = await support<Body>("GET", `${LIST}?order_id=${order_id}`)
      expect(body.count).toBe(2)
      const seen = new Map(body.vendor_orders.map((each) => [each.id, each]))
      expect(seen.get(first)).toMatchObject({
        order_id,
        status: "confirmed",
        vendor: { name: "Shop 1" },
        share: {
          refunded_total: "0",
          left_total: seen.get(first)!.total,
          net_left_total: seen.get(first)!.net_total,
        },
        delivery_confirmed_at: null,
        collection: null,
      })
      const sold = await suite.desk.service.listVendorOrderLines({ vendor_order_id: first, kind: "item" })
      expect(seen.get(first)!.lines).toEqual(
        sold.map(({ id, title, quantity }) => ({
          id,
          title,
          variant_title: expect.any(String),
          sku: expect.any(String),
          quantity: Number(quantity),
          refundable_quantity: Number(quantity),
        }))
      )
      expect(seen.get(second)).toMatchObject({
        status: "canceled",
        share: { refunded_total: seen.get(second)!.total, left_total: "0", net_left_total: "0" },
      })
      const vendor = suite.market.vendors[0]!.id
      const filtered = await support<Body>(
        "GET",
        `${LIST}?order_id=${order_id}&status=confirmed&vendor_id=${vendor}`
      )
      expect(filtered.body).toMatchObject({ vendor_orders: [{ id: first }], count: 1 })
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
      expect((await support<Body>("GET", `${LIST}?created_at[$gte]=${tomorrow}`)).body.count).toBe(0)

      const shown = (await support<Body>("GET", `${LIST}/${second}`)).body.vendor_order
      expect(shown.ledger_postings).toBeNull()
      expect(shown.history.map(({ to_status }) => to_status)).toEqual(["pending", "canceled"])
      const books = (await finance<Body>("GET", `${LIST}/${second}`)).body.vendor_order.ledger_postings!
      expect(books.map(({ kind }) => kind)).toEqual(["sale", "refund", "refund_fee"])
      expect(books.map(({ account_type }) => account_type).slice(0, 2)).toEqual([
        "vendor_pending",
        "vendor_pending",
      ])
      expect(books[0]!.amount).toBe(`-${books[1]!.amount}`)
      expect(refusal(await support("GET", `${LIST}/vord_none`))).toEqual([404, "vendor_order_not_found"])
      expect((await suite.shops[0]!("GET", LIST)).status).toBe(403)

      const { operations } = (
        await finance<{
          operations: {
            jobs: { name: string }[]
            webhook_inbox: { waiting: number }
            cancellations: { count: number }
            gateway_refunds: { needs_person: number }
            reconciliation: { open_lines: number }
          }
        }>("GET", "/admin/operations")
      ).body
      expect(operations.jobs.map(({ name }) => name)).toContain("reconcile-payments")
      expect(operations).toMatchObject({
        webhook_inbox: { waiting: expect.any(Number) },
        checkouts: { count: 0, oldest_at: null },
        cancellations: { count: expect.any(Number) },
        gateway_refunds: { needs_person: 0 },
        reconciliation: { last_run: null, open_lines: 0 },
      })
    })

    it("are packed with a slip that says what goes where, and no price", async () => {
      const { part } = await suite.desk.buy([0, 1])
      const id = await part(0)
      const slip = (shop: number, query = "") =>
        suite.shops[shop]!<{ text: string; code?: string }>(
          "GET",
          `/vendor/orders/${id}/packing-slip${query}`
        )
      const { lines } = await suite.read(0, id)
      const { status, headers, body } = await slip(0)
      expect([status, headers.get("content-type")]).toEqual([200, expect.stringContaining("text/html")])
      expect(headers.get("content-security-policy")).toContain("default-src 'none'")
      expect(body.text).toContain("Shop 1")
      expect(body.text).toContain("12 Allen Avenue")
      expect(body.text).toContain(lines[0]!.title)
      expect(body.text).not.toMatch(/ngn|₦|1,?999/i)
      expect(refusal(await slip(1))).toEqual([404, "vendor_order_not_found"])
      expect(refusal(await slip(0, "?fulfilment_id=ful_none"))).toEqual([
        404,
        "vendor_order_fulfilment_not_found",
      ])
      const packed = await suite.pack(0, id, 1)
      const [parcel] = packed.body.order.fulfilments
      expect((await slip(0, `?fulfilment_id=${parcel!.id}`)).body.text).toContain("<td>1</td>")
    })
  })
}
