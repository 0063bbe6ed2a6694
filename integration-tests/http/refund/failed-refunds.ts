import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { toMajorUnits } from "../../../src/lib/money"
import { createStaff, signIn } from "../../helpers/people"
import { enrolAuthenticator, signInWithFactor } from "../../helpers/second-factor"
import type { BeginWith } from "../../helpers/server-tests"
import type { RefundSuite } from "./suite"

type RefundAnswer = { refund: { id: string; status: string }; code?: string }
type ShownOrder = { order: { refundable_amount: string; refunds: { status: string }[] } }
type Failed = { id: string; state: string; tries: number; amount: string }

const refusal = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code]

export function describeFailedRefunds(suite: RefundSuite, beginWithPaid: BeginWith): void {
  describe("A refund that the gateway could not make after all", () => {
    const sold = beginWithPaid(async () => {
      const { part, ...order } = await suite.desk.buy([0, 1])

      return { ...order, id: await part(0), owner: await suite.ownerOf(0) }
    })

    async function asked(amount: string, failures: number) {
      const { order_id, session, id, owner } = sold()
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

    async function financeWith(name: string) {
      const { email } = await createStaff(suite.container, "finance", name)
      const app = await enrolAuthenticator(await signIn(suite.shopper.base_url, "user", email))

      return signInWithFactor(suite.shopper.base_url, { actor: "user", email }, app)
    }

    const madeAtGateway = (reference: string) =>
      suite.tested
        .refunds()
        .filter((one) => one.reference === reference && one.status === "processed")
        .map(({ amount }) => amount)

    /** The gateway takes a moment with what it has taken on. */
    const madeOnce = (reference: string, amount: number) =>
      suite.bench.eventually(() => expect(madeAtGateway(reference)).toEqual([amount]))

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

      await madeOnce(session.data.reference, 30_000)
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
      const finance = await financeWith("retry@staff.example.com")
      const listed = (await finance<{ refunds: Failed[]; count: number }>("GET", "/admin/refunds")).body
      expect(listed).toMatchObject({ count: 1, refunds: [{ state: "failed", tries: 4, amount: "450" }] })
      const path = `/admin/refunds/${listed.refunds[0]!.id}/retry`
      expect(refusal(await suite.admin<RefundAnswer>("POST", path, {}))).toEqual([403, "step_up_required"])

      const retried = await finance<{ refund: Failed }>("POST", path, {})

      expect([retried.status, retried.body.refund?.tries]).toEqual([200, 5])
      await reaches(request_id, "made")
      await madeOnce(session.data.reference, 45_000)
      expect(await booked(id)).toBe(45_000)
      expect(refusal(await finance<RefundAnswer>("POST", path, {}))).toEqual([400, "refund_retry_refused"])
      expect(refusal(await finance<RefundAnswer>("POST", "/admin/refunds/grf_none/retry", {}))).toEqual([
        404,
        "refund_not_found",
      ])
    })

    it("for good is sent by people to an account that staff name, out of the same shop's money, and by nobody else", async () => {
      const { session, id, request_id } = await asked("450", 4)
      for (let turn = 0; turn < 3; turn += 1) {
        await reaches(request_id, "retrying")
        await suite.letRetriesCome()
        await suite.bench.reconcile()
      }
      await reaches(request_id, "failed")
      const theirs = await suite.bench.books.balance("vendor_pending", suite.market.vendors[1]!.id)
      const [finance, second] = [
        await financeWith("names@staff.example.com"),
        await financeWith("approves@staff.example.com"),
      ]
      const listed = async () =>
        (await finance<{ refunds: (Failed & { gateway: string })[] }>("GET", "/admin/refunds")).body.refunds
      const [failed] = await listed()
      const at = `/admin/refunds/${failed!.id}`

      const named = await finance<{ refund: { id: string; account: { state: string } } }>(
        "POST",
        `${at}/account`,
        { bank_code: "999992", account_number: "0001234564", account_name: "Ada Textiles" }
      )

      expect([named.status, named.body.refund.account.state]).toEqual([200, "waiting"])
      expect(await listed()).toMatchObject([
        { id: named.body.refund.id, gateway: "cash", state: "needs_attention", amount: "450" },
      ])
      expect(await stageOf(request_id)).toBe("made")
      expect(await booked(id)).toBe(45_000)
      expect(await suite.bench.books.balance("platform_bank")).toBe(-45_000n)
      expect(await suite.bench.books.balance("vendor_pending", suite.market.vendors[1]!.id)).toBe(theirs)
      expect(refusal(await finance<RefundAnswer>("POST", `${at}/retry`, {}))).toEqual([
        400,
        "refund_retry_refused",
      ])
      const approve = `/admin/refunds/${named.body.refund.id}/account/approve`
      expect((await second("POST", approve, {})).status).toBe(200)
      const tasks = await second<{ bank_refunds: { id: string; amount: string }[] }>(
        "GET",
        "/admin/bank-transfers/refunds?state=waiting"
      )
      expect(tasks.body.bank_refunds.map(({ amount }) => amount)).toEqual(["450"])
      const marked = await second(
        "POST",
        `/admin/bank-transfers/refunds/${tasks.body.bank_refunds[0]!.id}/mark`,
        { outcome: "made", note: "FT26333-9" }
      )

      expect(marked.status).toBe(200)
      await suite.bench.reconcile()
      expect(await listed()).toEqual([])
      expect(madeAtGateway(session.data.reference)).toEqual([])
      expect(await booked(id)).toBe(45_000)
    })

    it("at a gateway that is switched off waits for it, and does not end the run for those of the others", async () => {
      const { session, request_id } = await asked("300", 1)
      await reaches(request_id, "retrying")
      const name = (gateway: string) =>
        suite.container
          .resolve(ContainerRegistrationKeys.PG_CONNECTION)
          .raw(`update gateway_refund set gateway = ?`, [gateway])
      await name("switched_off")
      await suite.letRetriesCome()

      expect((await suite.bench.reconcile()).result).toMatchObject({ followed_up: 1, failed: 0 })
      expect((await suite.bench.reconcile()).result).toMatchObject({ followed_up: 0, failed: 0 })

      await name("paystack")
      await suite.letRetriesCome()
      await reaches(request_id, "made")
      await madeOnce(session.data.reference, 30_000)
      expect(await suite.bench.notices()).toEqual([])
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
