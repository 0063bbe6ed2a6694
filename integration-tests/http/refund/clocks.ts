import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { VENDOR_MODULE } from "../../../src/modules/vendor"
import type VendorModuleService from "../../../src/modules/vendor/service"
import { finishCancellationsWorkflow } from "../../../src/workflows/vendor-order/workflows/finish-cancellations"
import { runClocksWorkflow } from "../../../src/workflows/vendor-order/workflows/run-clocks"
import type { BeginWith } from "../../helpers/server-tests"
import type { RefundSuite } from "./suite"

const HOUR_MS = 3_600_000
const CLOSED_ALL_WEEK = { utc_offset_minutes: 60, week: Array(7).fill(null), holidays: [] }

export function describeClocks(suite: RefundSuite, beginWithPaid: BeginWith): void {
  describe("An order that its shop does not confirm", () => {
    /** As if so many hours had gone by. */
    const hoursLater = async (hours: number) =>
      (
        await runClocksWorkflow(suite.container).run({
          input: { now: new Date(Date.now() + hours * HOUR_MS).toISOString() },
        })
      ).result

    const sold = beginWithPaid(async () => ({
      ...(await suite.desk.buy([0, 1])),
      owner: await suite.ownerOf(0),
    }))

    it("is canceled and paid back once the shop was reminded and had time; what is confirmed or closed is not", async () => {
      const [quiet, closed] = suite.market.vendors
      const { order_id, session, owner } = sold()
      const confirmed = await suite.desk.buy([0])
      await owner("POST", `/vendor/orders/${await confirmed.part(0)}/confirm`, {})
      await suite.container
        .resolve<VendorModuleService>(VENDOR_MODULE)
        .updateVendors({ id: closed!.id, settings: { opening_hours: CLOSED_ALL_WEEK } } as never)
      const [mine] = (await suite.desk.rows(order_id)).filter(({ vendor_id }) => vendor_id === quiet!.id)

      expect(await hoursLater(17)).toMatchObject({ reminded: 0, acted: 0 })
      expect(await hoursLater(19)).toMatchObject({ reminded: 1, acted: 0 })
      expect(await hoursLater(20)).toMatchObject({ reminded: 0, acted: 0 })
      expect(suite.bench.refundsOf(session)).toEqual([])
      expect(await hoursLater(25)).toMatchObject({ reminded: 0, acted: 1, failed: 0 })
      expect(await hoursLater(26)).toMatchObject({ acted: 0 })

      expect(suite.bench.refundsOf(session)).toEqual([Number(mine!.charged_minor)])
      const statuses = (await suite.desk.rows(order_id)).map(({ vendor_id, status }) => [vendor_id, status])
      expect(Object.fromEntries(statuses)).toEqual({ [quiet!.id]: "canceled", [closed!.id]: "pending" })
      expect(suite.bench.refundsOf(confirmed.session)).toEqual([])
      // The shop has kept silent, so what the gateway keeps is the shop's.
      const fee = await suite.bench.books.balance("vendor_available", quiet!.id)
      expect(fee).toBeGreaterThan(0n)
    })

    it("is waited for from when it is paid on, not from when it was placed", async () => {
      const { order_id } = sold()
      const pg = suite.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const standAs = (status: string, hours: number | null) =>
        pg.raw(
          `update payment_collection set status = ?, completed_at = now() + ? * interval '1 hour'
           where id in (select payment_collection_id from order_payment_collection where order_id = ?)`,
          [status, hours, order_id]
        )
      await standAs("authorized", null)
      expect(await hoursLater(19)).toMatchObject({ reminded: 0, acted: 0 })
      expect(await hoursLater(70)).toMatchObject({ reminded: 0, acted: 0, failed: 0 })

      await standAs("completed", 71)
      expect(await hoursLater(72)).toMatchObject({ reminded: 0, acted: 0 })
      expect(await hoursLater(90)).toMatchObject({ reminded: 2, acted: 0 })
      expect(await hoursLater(96)).toMatchObject({ acted: 2, failed: 0 })
    })

    it("is called off later when others are at the order, and is not given up", async () => {
      const { owner, ...refunded } = sold()
      const edited = await suite.desk.buy([0])
      suite.tested.control.fault({ on: "POST /refund", kind: "5xx_before_commit" })
      await owner("POST", `/vendor/orders/${await refunded.part(0)}/refund`, {
        amount: "10",
        reason: "goodwill",
        idempotency_key: "clock-refund-2",
      })
      const orders = suite.container.resolve(Modules.ORDER)
      const edit = await orders.createOrderChange({ order_id: edited.order_id, change_type: "edit" })

      await hoursLater(19)
      expect(await hoursLater(25)).toMatchObject({ acted: 0, failed: 3 })
      expect(await hoursLater(26)).toMatchObject({ acted: 0, failed: 3 })

      await orders.deleteOrderChanges([edit.id])
      await suite.letTimePass()
      await finishCancellationsWorkflow(suite.container).run({
        input: { limit: 10, min_age_seconds: 0, retry_seconds: 0 },
      })
      expect(await hoursLater(27)).toMatchObject({ acted: 3, failed: 0 })
      expect(await suite.bench.notices()).not.toContain("Something that was due could not be done")
      for (const order of [refunded, edited]) {
        const sum = suite.bench.refundsOf(order.session).reduce((all, amount) => all + amount, 0)
        expect(sum).toBe(suite.bench.paidAt(order.session))
      }
    })

    it("is left to staff when it cannot be paid back by itself, and is not asked about again", async () => {
      const { part, owner } = sold()
      await owner("POST", `/vendor/orders/${await part(0)}/refund`, {
        amount: "10",
        reason: "goodwill",
        idempotency_key: "clock-refund-1",
      })
      // As if the books did not know yet whose money that was.
      await suite.container
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw(`delete from vendor_order_refund where vendor_order_id = ?`, [await part(0)])
      await suite.container
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw(`update vendor_order set status = 'confirmed' where id = ?`, [await part(1)])

      await hoursLater(19)
      expect(await hoursLater(25)).toMatchObject({ acted: 0, failed: 1 })
      expect(await hoursLater(26)).toMatchObject({ acted: 0, failed: 0 })
      expect(await suite.bench.notices()).toContain("Something that was due could not be done")
    })
  })
}
