import { finishCancellationsWorkflow } from "../../../src/workflows/vendor-order/workflows/finish-cancellations"
import { type CaseAnswer, type DisputeSuite, refusal } from "./suite"

type RefundAnswer = { refund: { id: string; status: string } }
type Order = Awaited<ReturnType<DisputeSuite["desk"]["buy"]>>

/** Money that is asked back twice at the same time: by a refund that waits for the gateway, and by the bank. */
export function describeChargebacksOverRefunds(suite: DisputeSuite): void {
  const { chargedBack, follow, one } = suite
  const finish = () =>
    finishCancellationsWorkflow(suite.container).run({
      input: { limit: 10, min_age_seconds: 0, retry_seconds: 0 },
    })
  /** So old that a gateway that does not list a refund certainly never got it. */
  const letRefundsBeOld = () =>
    suite.sql(`update gateway_refund set posted_at = posted_at - interval '1 hour'`)
  const lose = async ({ gateway_id, dispute }: Awaited<ReturnType<typeof chargedBack>>) => {
    suite.sandbox.control.decideDispute(gateway_id, "merchant-accepted")
    await suite.bench.eventually(async () => expect((await one(dispute.id)).state).toBe("lost"))
  }
  const breakRefunds = (kind: "5xx_before_commit" | "5xx_after_commit") =>
    suite.sandbox.control.fault({ on: "POST /refund", kind })
  const given = ({ session }: Order) => suite.bench.refundsOf(session)
  const stageOf = async (id: string) =>
    (await suite.desk.service.listVendorOrderRefundRequests({ id }))[0]!.stage

  let keys = 0
  async function refundAll(order: Order) {
    keys += 1
    const [part] = await suite.desk.rows(order.order_id)
    const { body } = await suite.shops[0]!<RefundAnswer>("POST", `/vendor/orders/${part!.id}/refund`, {
      amount: String(Number(part!.charged_minor) / 100),
      reason: "goodwill",
      idempotency_key: `over-refund-${keys}`,
    })

    return body.refund
  }

  describe("A chargeback over a refund that waits for the gateway", () => {
    it("that was lost leaves nothing of a cancellation to give back", async () => {
      const order = await suite.desk.buy([0, 1])
      breakRefunds("5xx_before_commit")
      const canceled = await suite.shops[0]!("POST", `/vendor/orders/${await order.part(0)}/cancel`, {
        reason: "Sold out",
      })
      expect(canceled.status).toBe(200)
      const claim = await chargedBack(order)
      expect(claim.dispute.held).toBe(claim.dispute.amount)
      await lose(claim)
      await letRefundsBeOld()
      await finish()

      expect(given(order)).toEqual([])
      expect(await suite.bench.notices()).toContain("A canceled order could not be refunded")
      expect(await suite.bench.books.balance("unallocated")).toBe(0n)
      await suite.bench.books.kinds()
    })

    describe("of the only shop's", () => {
      const bought = suite.beginWithOrder([0])

      it("that holds nothing of the part keeps its refund back, and once lost has taken its place", async () => {
        const order = bought()
        breakRefunds("5xx_before_commit")
        const refund = await refundAll(order)
        expect(refund.status).toBe("pending")
        const claim = await chargedBack(order)
        expect(claim.dispute.held).toBe("0")
        await letRefundsBeOld()
        await finish()
        expect([given(order), await stageOf(refund.id)]).toEqual([[], "opened"])

        await lose(claim)
        await finish()
        expect([given(order), await stageOf(refund.id)]).toEqual([[], "refused"])
        expect(await suite.bench.notices()).toContain("A refund was refused")
        expect(await suite.bench.books.balance("unallocated")).toBe(0n)
      })

      it("that was lost leaves staff no more to give back in Medusa's own routes than the bank has left", async () => {
        const order = bought()
        const paid = suite.bench.paidAt(order.session)
        await lose(await chargedBack(order, { amount: paid - 40_000 }))
        const payment = await suite.paymentOf(order.order_id)
        const refund = (body: object) => suite.finance("POST", `/admin/payments/${payment}/refund`, body)
        const refused = [400, "payment_refund_refused"]

        expect(refusal(await refund({}))).toEqual(refused)
        expect(refusal(await refund({ amount: 400.01 }))).toEqual(refused)
        const canceled = await suite.finance("POST", `/admin/orders/${order.order_id}/cancel`, {})
        expect(refusal(canceled)).toEqual(refused)
        expect(given(order)).toEqual([])
        expect((await refund({ amount: 400 })).status).toBe(200)
        expect(given(order)).toEqual([40_000])
        expect(refusal(await refund({ amount: 1 }))).toEqual(refused)
        await suite.bench.books.kinds()
      })

      it("of a buyer's case takes its place too, and the case is staff's again", async () => {
        const order = bought()
        const opened = await suite.open(order)
        const { id } = opened.body.dispute
        breakRefunds("5xx_before_commit")
        const ruling = { for: "buyer", reason: "It never left." }
        const ruled = await suite.finance<CaseAnswer>("POST", `/admin/disputes/${id}/ruling`, ruling)
        expect(ruled.body.dispute.state).toBe("refunding")
        const claim = await chargedBack(order)
        await letRefundsBeOld()
        await lose(claim)
        await finish()
        await follow()

        expect([given(order), (await one(id)).state]).toEqual([[], "open"])
      })

      it("does not undo one whose answer alone was lost: it is looked up, and stands as it was", async () => {
        const order = bought()
        const part = Number((await suite.desk.rows(order.order_id))[0]!.charged_minor)
        breakRefunds("5xx_after_commit")
        const refund = await refundAll(order)
        await lose(await chargedBack(order))
        await finish()

        expect([given(order), await stageOf(refund.id)]).toEqual([[part], "made"])
        await suite.bench.books.kinds()
      })

      it("that was lost is remembered where a server died after Medusa had noted the refund", async () => {
        const order = bought()
        const refund = await refundAll(order)
        expect(given(order)).toHaveLength(1)
        // As if the gateway had never been asked.
        suite.sandbox.control.refunds()[0]!.status = "failed"
        await suite.sql(`delete from gateway_refund`)
        await suite.sql(`delete from vendor_order_refund`)
        await suite.sql(
          `update vendor_order_refund_request set stage = 'opened', refund_key = null where id = ?`,
          [refund.id]
        )
        await lose(await chargedBack(order))
        await finish()

        expect([given(order).length, await stageOf(refund.id)]).toEqual([1, "refused"])
      })
    })
  })
}
