import { Modules } from "@medusajs/framework/utils"
import { toMajorUnits } from "../../../src/lib/money"
import { createStaff, signIn } from "../../helpers/people"
import { enrolAuthenticator, signInWithFactor } from "../../helpers/second-factor"
import type { RefundSuite } from "./suite"

type RefundAnswer = { refund: { id: string; status: string }; code?: string }
type ShownOrder = { order: { refundable_amount: string; refunds: { status: string }[] } }
type Failed = { id: string; state: string; tries: number; amount: string }

const refusal = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code]

export function describeFailedRefunds(suite: RefundSuite): void {
  describe("A refund that the gateway could not make after all", () => {
    async function asked(amount: string, failures: number) {
      const { order_id, session, part } = await suite.desk.buy([0, 1])
      const id = await part(0)
      const owner = await suite.ownerOf(0)
      const refund = (body: object) =>
        owner<RefundAnswer>("POST", `/vendor/orders/${id}/refund`, { reason: "damaged", ...body })
      suite.tested.control.fault({ on: "refund", kind: "fails", times: failures })
      const { body } = await refund({ amount, idempotency_key: `failed-${id}` })
      const shown = async () => (await owner<ShownOrder>("GET", `/vendor/orders/${id}`)).body.order

      return { shown, order_id, session, id, refund, request_id: body.refund.id }
    }

    const stageOf = async (id: string) =>
      (await suite.desk.service.listVendorOrderRefundRequests({ id }))[0]!.stage

    /** Until the request stands there, with what was tried since looked up. */
    const reaches = (id: string, stage: string) =>
      suite.bench.eventually(async () => {
        await suite.bench.reconcile()
        expect(await stageOf(id)).toBe(stage)
      })

    const booked = async (id: string) =>
      (await suite.desk.service.listVendorOrderRefunds({ vendor_order_id: id })).reduce(
        (sum, { amount_minor }) => sum + Number(amount_minor),
        0
      )

    const madeAtGateway = (reference: string) =>
      suite.tested
        .refunds()
        .filter((one) => one.reference === reference && one.status === "processed")
        .map(({ amount }) => amount)

    it("is owed again with its fee, keeps its place in the share, and is made by the next try, once", async () => {
      const { order_id, session, id, refund, request_id } = await asked("300", 1)
      const vendor_id = suite.market.vendors[0]!.id
      const fee = await suite.bench.books.balance("vendor_available", vendor_id)
      expect(fee).toBeGreaterThan(0n)

      await reaches(request_id, "retrying")
      expect(await suite.bench.books.balance("vendor_available", vendor_id)).toBe(0n)
      expect(await booked(id)).toBe(0)
      const [row] = await suite.desk.service.listVendorOrders({ id })
      const rest = Number(row!.charged_minor) - 30_000
      const more = await refund({ amount: String((rest + 1) / 100), idempotency_key: `more-${id}` })
      expect(refusal(more)).toEqual([400, "refund_refused"])

      await suite.letRetriesCome()
      await Promise.all([suite.bench.reconcile(), suite.bench.reconcile()])
      await reaches(request_id, "made")

      expect(madeAtGateway(session.data.reference)).toEqual([30_000])
      expect(await booked(id)).toBe(30_000)
      expect(await suite.bench.books.balance("vendor_available", vendor_id)).toBe(fee)
      const refunds = await suite.container.resolve(Modules.PAYMENT).listRefunds({})
      expect(refunds.map(({ amount }) => Number(amount))).toEqual([300])
      expect(await suite.bench.notices()).toEqual([])
      expect(order_id).toBeTruthy()
    })

    it("again and again is handed to a person once, who may try once more, and it is asked for anew by nobody meanwhile", async () => {
      const { session, id, request_id, shown } = await asked("450", 4)
      const [row] = await suite.desk.service.listVendorOrders({ id })
      for (let turn = 0; turn < 3; turn += 1) {
        await reaches(request_id, "retrying")
        expect((await shown()).refunds).toMatchObject([{ status: "pending" }])
        await suite.letRetriesCome()
        await suite.bench.reconcile()
      }
      await reaches(request_id, "failed")
      await suite.bench.reconcile()
      // Its shop sees that somebody is at it, though the money is still there to be given back.
      expect(await shown()).toMatchObject({
        refundable_amount: toMajorUnits(BigInt(row!.charged_minor), "ngn"),
        refunds: [{ status: "failed" }],
      })

      expect(await booked(id)).toBe(0)
      expect(await suite.bench.notices()).toEqual(["A refund failed at the gateway"])
      const { email } = await createStaff(suite.container, "finance", "retry@staff.example.com")
      const tired = await signIn(suite.shopper.base_url, "user", email)
      const app = await enrolAuthenticator(tired)
      const finance = await signInWithFactor(suite.shopper.base_url, { actor: "user", email }, app)
      const listed = (await finance<{ refunds: Failed[]; count: number }>("GET", "/admin/refunds")).body
      expect(listed).toMatchObject({ count: 1, refunds: [{ state: "failed", tries: 4, amount: "450" }] })
      const path = `/admin/refunds/${listed.refunds[0]!.id}/retry`
      expect(refusal(await suite.admin<RefundAnswer>("POST", path, {}))).toEqual([403, "step_up_required"])

      const retried = await finance<{ refund: Failed }>("POST", path, {})

      expect([retried.status, retried.body.refund?.tries]).toEqual([200, 5])
      await reaches(request_id, "made")
      expect(madeAtGateway(session.data.reference)).toEqual([45_000])
      expect(await booked(id)).toBe(45_000)
      expect(refusal(await finance<RefundAnswer>("POST", path, {}))).toEqual([400, "refund_retry_refused"])
      expect(refusal(await finance<RefundAnswer>("POST", "/admin/refunds/grf_none/retry", {}))).toEqual([
        404,
        "refund_not_found",
      ])
    })

    it("is not made again when the order was given back otherwise since", async () => {
      const { session, id, request_id } = await asked("300", 1)
      await reaches(request_id, "retrying")
      const [row] = await suite.desk.service.listVendorOrders({ id })
      // What a bank has taken back counts as given.
      await suite.desk.service.recordRefund(`chargeback:test-${id}`, [
        {
          vendor_order_id: id,
          amount_minor: BigInt(row!.charged_minor),
          commission_minor: 0n,
          commission_tax_minor: 0n,
          withholding_minor: 0n,
          platform_tax_minor: 0n,
          platform_discount_minor: 0n,
        },
      ])

      await suite.letRetriesCome()
      await reaches(request_id, "failed")

      expect(madeAtGateway(session.data.reference)).toEqual([])
      expect(await suite.bench.notices()).toEqual(["A refund failed at the gateway"])
    })
  })
}
