import { createStaff, signIn } from "../../helpers/people"
import { enrolAuthenticator, signInWithFactor } from "../../helpers/second-factor"
import type { RefundSuite } from "./suite"

type Waiting = { id: string; gateway: string; state: string; tries: number; account: { state: string } }

type RefundInDashboard = (reference: string, amount?: number) => Promise<unknown>

export function describeOrphans(suite: RefundSuite): void {
  describe("A refund of money that became no order", () => {
    it.each([
      ["before it was made", "5xx_before_commit"],
      ["after it was made", "5xx_after_commit"],
    ] as const)("is made once when the gateway breaks %s", async (_, kind) => {
      const cartId = await suite.bench.readyCart()
      const old = await suite.bench.startHosted(cartId)
      await suite.tested.setOff(old)
      await suite.bench.startHosted(cartId)
      await suite.tested.arrive(old)
      suite.tested.control.fault({ on: suite.tested.calls.refund, kind })

      await suite.bench.reconcile()
      await suite.bench.reconcile()
      await suite.letTimePass()

      await suite.expectGivenBackOnce(old)
      expect(await suite.bench.books.kinds()).toEqual(["receipt", "refund"])
      expect(await suite.bench.books.balance("unallocated")).toBe(0n)
    })
  })
}

export function describeRefusedRefunds(suite: RefundSuite, refundInDashboard: RefundInDashboard): void {
  /** Paid on a page that another one has replaced. */
  async function paidLate() {
    const cartId = await suite.bench.readyCart()
    const old = await suite.bench.startHosted(cartId)
    await suite.tested.setOff(old)
    await suite.bench.startHosted(cartId)
    await suite.tested.arrive(old)

    return old
  }

  it("tells staff of money that the gateway will not give back, once", async () => {
    const old = await paidLate()
    // Somebody was quicker, in the gateway's own dashboard, and gave a part of it back.
    await refundInDashboard(old.data.reference, 100)

    await suite.bench.reconcile()
    await suite.bench.reconcile()

    expect(await suite.bench.notices()).toEqual(["A payment could not be refunded"])
    expect(suite.bench.refundsOf(old)).toEqual([100])
    expect(await suite.bench.books.balance("unallocated")).toBe(BigInt(-suite.bench.paidAt(old)))
  })

  it("leaves to staff what the gateway will not give back: they try it again, or send it by hand", async () => {
    const old = await paidLate()
    await refundInDashboard(old.data.reference, 100)
    await suite.bench.reconcile()
    const [finance, second] = [await financeWith("orphans"), await financeWith("approves-orphans")]
    const listed = async () => (await finance<{ refunds: Waiting[] }>("GET", "/admin/refunds")).body.refunds
    const [refused] = await listed()
    expect(refused).toMatchObject({ state: "refused", tries: 1 })

    const retried = await finance<{ refund: Waiting }>("POST", `/admin/refunds/${refused!.id}/retry`, {})

    expect([retried.status, retried.body.refund.tries]).toEqual([200, 2])
    const again = await finance<{ code: string }>("POST", `/admin/refunds/${refused!.id}/retry`, {})
    expect(again.body.code).toBe("refund_retry_refused")
    await suite.bench.reconcile()
    expect(await listed()).toMatchObject([{ id: retried.body.refund.id, state: "refused", tries: 2 }])

    const at = `/admin/refunds/${retried.body.refund.id}`
    const account = { bank_code: "999992", account_number: "0001234564", account_name: "Ada Textiles" }
    const named = await finance<{ refund: Waiting }>("POST", `${at}/account`, account)

    expect([named.status, named.body.refund.account.state]).toEqual([200, "waiting"])
    expect(await listed()).toMatchObject([
      { id: named.body.refund.id, gateway: "cash", state: "needs_attention" },
    ])
    const asked = await finance<{ code: string }>("POST", `${at}/retry`, {})
    expect(asked.body.code).toBe("refund_retry_refused")
    const approve = `/admin/refunds/${named.body.refund.id}/account/approve`
    expect((await second("POST", approve, {})).status).toBe(200)
    const tasks = "/admin/bank-transfers/refunds"
    const { body } = await second<{ bank_refunds: { id: string }[] }>("GET", `${tasks}?state=waiting`)
    const sent = { outcome: "made", note: "FT26333-7" }
    expect((await second("POST", `${tasks}/${body.bank_refunds[0]!.id}/mark`, sent)).status).toBe(200)
    await suite.bench.reconcile()

    expect(await listed()).toEqual([])
    expect(suite.bench.refundsOf(old)).toEqual([100])
    expect(await suite.bench.books.kinds()).toEqual(["receipt", "refund"])
    expect(await suite.bench.books.balance("unallocated")).toBe(0n)
    expect(await suite.bench.books.balance("platform_bank")).toBe(BigInt(-suite.bench.paidAt(old)))
  })

  async function financeWith(name: string) {
    const { email } = await createStaff(suite.container, "finance", `${name}@staff.example.com`)
    const app = await enrolAuthenticator(await signIn(suite.shopper.base_url, "user", email))

    return signInWithFactor(suite.shopper.base_url, { actor: "user", email }, app)
  }

  it("keeps nothing in the books of money that came and went back whole before anybody looked", async () => {
    const old = await paidLate()
    await refundInDashboard(old.data.reference)
    await suite.bench.eventually(async () =>
      expect(suite.tested.refunds().map(({ status }) => status)).toEqual(["processed"])
    )

    await suite.bench.reconcile()
    await suite.bench.reconcile()

    expect(await suite.bench.notices()).toEqual([])
    expect(suite.bench.refundsOf(old)).toEqual([suite.bench.paidAt(old)])
    expect(await suite.bench.books.kinds()).toEqual([])
  })
}
