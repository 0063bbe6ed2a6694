import { join } from "node:path"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { VENDOR_ORDER_MODULE } from ".."
import { partitionOrder } from "../domain/partition"
import type { VendorOrderStatus } from "../domain/status"
import type VendorOrderModuleService from "../service"
import { atRates } from "./at-rates"
import { describeCollections } from "./collections"
import { describeDeliveries } from "./deliveries"
import { describeWithoutVendor } from "./without-vendor"

/** The shop whose tax the platform pays. */
const TAX_OF_PLATFORM = "vend_unregistered"

const partition = (vendors: string[]) =>
  partitionOrder({
    currency_code: "ngn",
    order_total: String(1075 * vendors.length),
    lines: vendors.map((vendor_id, index) => ({
      kind: "item" as const,
      source_id: `item_${vendor_id}_${index}_${Math.random()}`,
      vendor_id,
      title: "Adire cloth",
      quantity: "2",
      subtotal: "1000",
      vendor_discount: 0,
      platform_discount: 0,
      tax: "75",
      is_tax_of_platform: vendor_id === TAX_OF_PLATFORM,
    })),
    commission: atRates(vendors.map(() => ({ commission_rate_bps: 850 }))),
  })

let next = 0
const input = (over: Partial<{ order_id: string; cart_id: string; vendors: string[] }> = {}) => {
  next += 1

  return {
    order_id: over.order_id ?? `order_${next}`,
    cart_id: over.cart_id ?? `cart_${next}`,
    order_display_id: next,
    placed_at: new Date("2026-11-24T10:00:00Z"),
    partition: partition(over.vendors ?? ["vend_a", "vend_b"]),
  }
}

moduleIntegrationTestRunner<VendorOrderModuleService>({
  moduleName: VENDOR_ORDER_MODULE,
  resolve: "./src/modules/vendor-order",
  moduleOptions: { secret: "a secret for tests" },
  // The migration, not the models, carries the checks and the cascades.
  pathToMigrations: join(__dirname, "..", "migrations"),
  testSuite: ({ service }) => {
    describeWithoutVendor(service)
    describeDeliveries(service, async () => (await service.recordPartition(input())).vendor_orders)
    describeCollections(
      service,
      async (over) => (await service.recordPartition({ ...input(), ...over })).vendor_orders
    )

    describe("recordPartition", () => {
      it("writes the vendor orders once, whoever asks again or at the same time", async () => {
        const order = input()

        const results = await Promise.all([1, 2, 3].map(() => service.recordPartition(order)))
        const again = await service.recordPartition(order)

        expect(results.filter((result) => result.is_new)).toHaveLength(1)
        expect(again.vendor_orders).toEqual(results[0]!.vendor_orders)
        expect(again).toMatchObject({ charged_minor: 215000n, is_new: false })
        expect(again.vendor_orders.map((row) => [row.vendor_id, row.net_minor])).toEqual([
          ["vend_a", 99000n],
          ["vend_b", 99000n],
        ])
      })

      it("keeps the tax that the platform pays apart, all of a line's or none, and out of what that shop is owed", async () => {
        const { vendor_orders } = await service.recordPartition(
          input({ vendors: ["vend_a", TAX_OF_PLATFORM] })
        )
        expect(vendor_orders.map((row) => [row.tax_minor, row.platform_tax_minor, row.net_minor])).toEqual([
          [7500n, 0n, 99000n],
          [7500n, 7500n, 91500n],
        ])
        const { id } = vendor_orders[1]!
        expect(await service.listVendorOrderLines({ vendor_order_id: id })).toMatchObject([
          { platform_tax_minor: "7500", net_minor: "91500" },
        ])

        await expect(service.updateVendorOrders({ id, platform_tax_minor: "7499" })).rejects.toThrow(/check/)
        await expect(
          service.updateVendorOrders({ id, platform_tax_minor: "7499", net_minor: "91501" })
        ).rejects.toThrow(/vendor_order_platform_tax/)
      })

      it("refuses to divide a cart under two orders", async () => {
        await service.recordPartition(input({ cart_id: "cart_twice", order_id: "order_first" }))

        await expect(
          service.recordPartition(input({ cart_id: "cart_twice", order_id: "order_second" }))
        ).rejects.toMatchObject({ code: "order_not_divided" })
      })

      it("leaves nothing behind when it is taken back", async () => {
        const order = input()
        await service.recordPartition(order)
        await service.removePartitionOf(order.order_id)

        expect(await service.listVendorOrders({ order_id: order.order_id })).toEqual([])
        expect((await service.recordPartition(order)).is_new).toBe(true)
      })
    })

    describe("moveVendorOrder", () => {
      it("lets one of two people who act at once through, with one line of history", async () => {
        const { vendor_orders } = await service.recordPartition(input())
        const { id, vendor_id } = vendor_orders[0]!
        const confirm = () => service.moveVendorOrder({ id, vendor_id, to: "confirmed", actor: "user_1" })

        const outcomes = await Promise.allSettled([confirm(), confirm(), confirm()])

        expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1)
        const history = await service.listVendorOrderTransitions(
          { vendor_order_id: id },
          { order: { created_at: "ASC" } }
        )
        expect(history.map((row) => [row.from_status, row.to_status, row.actor])).toEqual([
          [null, "pending", "checkout"],
          ["pending", "confirmed", "user_1"],
        ])
      })

      it("does not find another vendor's order, and refuses what the table does not allow", async () => {
        const { vendor_orders } = await service.recordPartition(input())
        const { id, vendor_id } = vendor_orders[0]!

        await expect(
          service.moveVendorOrder({ id, vendor_id: "vend_b", to: "confirmed", actor: "user_1" })
        ).rejects.toMatchObject({ code: "vendor_order_not_found" })
        await expect(
          service.moveVendorOrder({ id, vendor_id, to: "delivered", actor: "user_1" })
        ).rejects.toMatchObject({ code: "vendor_order_transition_refused" })
      })
    })

    describe("listOfVendor", () => {
      it("throws without a vendor id instead of answering every row", async () => {
        await service.recordPartition(input())

        await expect(
          service.listOfVendor({ vendor_id: undefined as unknown as string }, { take: 20, skip: 0 })
        ).rejects.toThrow("needs the vendor's id")
      })

      it("answers the vendor's own orders only", async () => {
        await service.recordPartition(input({ vendors: ["vend_a", "vend_b"] }))
        await service.recordPartition(input({ vendors: ["vend_b"] }))

        const page = await service.listOfVendor({ vendor_id: "vend_a" }, { take: 20, skip: 0 })

        expect(page).toMatchObject({ count: 1, has_more_than_count: false })
        expect(page.vendor_orders.map((row) => row.vendor_id)).toEqual(["vend_a"])
      })

      it("filters by status, and pages without losing or repeating an order", async () => {
        for (let index = 0; index < 3; index += 1) {
          await service.recordPartition(input({ vendors: ["vend_a"] }))
        }
        const page = (skip: number, status?: VendorOrderStatus[]) =>
          service.listOfVendor({ vendor_id: "vend_a", status }, { take: 2, skip })
        const [first, second] = [await page(0), await page(2)]
        const ids = [...first.vendor_orders, ...second.vendor_orders].map((row) => row.id)

        expect([first.count, ids.length, new Set(ids).size]).toEqual([3, 3, 3])
        expect(await page(0, ["shipped", "delivered"])).toMatchObject({ vendor_orders: [], count: 0 })
        expect(await page(0, ["pending", "shipped"])).toMatchObject({ count: 3 })
      })

      it("sorts by the order's number as a number, both ways", async () => {
        for (const order_display_id of [9, 10, 11]) {
          await service.recordPartition({ ...input({ vendors: ["vend_a"] }), order_display_id })
        }
        const numbers = async (is_ascending: boolean) => {
          const { vendor_orders } = await service.listOfVendor(
            { vendor_id: "vend_a" },
            { take: 20, skip: 0, sort: "number", is_ascending }
          )
          return vendor_orders.map((row) => row.display_number)
        }

        expect(await numbers(true)).toEqual(["9-1", "10-1", "11-1"])
        expect(await numbers(false)).toEqual(["11-1", "10-1", "9-1"])
      })
    })

    describe("a refund of a part", () => {
      it("is written once for a key, one at a time in an order, and leaves room when it is refused", async () => {
        const { vendor_orders, order_id } = await service.recordPartition(input())
        const ask = (idempotency_key: string, index = 0) =>
          service.openRefundRequest({
            vendor_order_id: vendor_orders[index]!.id,
            order_id,
            vendor_id: vendor_orders[index]!.vendor_id,
            idempotency_key,
            wanted: "{}",
            lines: [{ line_id: "vol_1", quantity: 1, amount_minor: 500n }],
            due: {
              commission_minor: 42n,
              commission_tax_minor: 0n,
              withholding_minor: 0n,
              platform_tax_minor: 37n,
              platform_discount_minor: 0n,
            },
            amount_minor: 500n,
            withheld_minor: 0n,
            reason_code: "damaged",
            fault: "vendor",
            note: null,
            actor: "user_1",
          })

        const answers = await Promise.all([ask("key_one"), ask("key_one"), ask("key_two", 1)])
        const opened = answers.filter((row) => row !== null)
        expect(opened).toHaveLength(1)
        expect(await service.refundRequestsOf(order_id)).toEqual(opened)
        await service.advanceRefundRequest(opened[0]!.id, { stage: "refused", last_error: "No." })

        expect(await ask("key_three", 1)).toMatchObject({
          stage: "opened",
          due: { commission_minor: 42n, platform_tax_minor: 37n },
        })
        const due = { before: new Date(), retry_before: new Date(), limit: 5 }
        expect((await service.listUnfinishedRefunds(due)).map((row) => row.idempotency_key)).toEqual([
          "key_three",
        ])
      })
    })

    describe("a cancellation", () => {
      const opened = async () => {
        const { vendor_orders, order_id } = await service.recordPartition(input())
        const [first] = vendor_orders
        const cancellation = {
          vendor_order_id: first!.id,
          order_id,
          vendor_id: first!.vendor_id,
          amount_minor: 107500n,
          actor: "user_1",
          reason: "Out of stock",
        }

        return { cancellation, row: await service.openCancellation(cancellation) }
      }

      it("is opened once, by whoever comes first", async () => {
        const { cancellation, row } = await opened()
        const again = await Promise.all(
          ["user_2", "user_3"].map((actor) => service.openCancellation({ ...cancellation, actor }))
        )

        expect(again).toEqual([row, row])
        expect(await service.cancellationsOf(cancellation.order_id)).toEqual([row])
      })

      it("moves the vendor order and itself together, and cannot be dropped once it has begun", async () => {
        const { cancellation, row } = await opened()
        const move = (to: VendorOrderStatus) => ({
          id: cancellation.vendor_order_id,
          vendor_id: cancellation.vendor_id,
          to,
          actor: "user_1",
        })
        const stage = async () => (await service.cancellationsOf(cancellation.order_id))[0]?.stage

        await expect(
          service.advanceCancellation(row.id, { stage: "withdrawn", move: move("delivered") })
        ).rejects.toMatchObject({ code: "vendor_order_transition_refused" })
        expect(await stage()).toBe("opened")
        await service.advanceCancellation(row.id, { stage: "withdrawn", move: move("canceled") })
        await service.dropCancellation(row.id)
        expect(await stage()).toBe("withdrawn")
      })

      it("comes back to be finished, later when it was tried and failed", async () => {
        const { row } = await opened()
        const due = async (minutes: number) => {
          const before = new Date(Date.now() + 1000)
          const retry_before = new Date(Date.now() - minutes * 60_000)
          const found = await service.listUnfinishedCancellations({ before, retry_before, limit: 10 })
          return found.map(({ id }) => id)
        }

        expect(await due(15)).toEqual([row.id])
        await service.advanceCancellation(row.id, { last_error: "no answer" })
        expect([await due(15), await due(-1)]).toEqual([[], [row.id]])
        for (const stage of ["refunded", "refused"] as const) {
          await service.advanceCancellation(row.id, { stage })
          expect(await due(-1)).toEqual([])
        }
      })
    })
  },
})
