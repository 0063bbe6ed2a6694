import { readSettlementsWorkflow } from "../../../src/workflows/settlement/workflows/read-settlements"
import { type PayoutSuite, refusal } from "./suite"

type Line = {
  id: string
  area: string
  cause: string
  probable_cause: string
  reference: string | null
  expected: string | null
  found: string | null
  state: string
  note: string | null
}
type Run = { id: string; state: string; found: number; repaired: number; open: number; left_out: object }

/** Reads what gateways paid out, and compares them with the books, as the jobs and staff do. */
function handles(suite: PayoutSuite) {
  return {
    books: () => suite.bench.books,
    read: async () => (await readSettlementsWorkflow(suite.container).run({})).result,
    reconcile: async (): Promise<Run> => {
      const { body } = await suite.finance<{ run: Run }>("POST", "/admin/reconciliation/run", {})
      expect(body.run).toMatchObject({ state: "done", left_out: {} })
      return body.run
    },
    lines: async (query = "") =>
      (await suite.finance<{ lines: Line[]; count: number }>("GET", `/admin/reconciliation/lines?${query}`))
        .body.lines,
  }
}

/** All that is at the gateway is what the test has paid, so they begin before anything was sold. */
export function describeUnheardPayments(suite: PayoutSuite): void {
  const { books, read, reconcile, lines } = handles(suite)
  const { sql } = suite

  describe("A payment that nobody heard of", () => {
    it("is asked about before what the gateway paid out is booked, and is no stranger's", async () => {
      suite.sandbox.control.setWebhookUrl(null)
      const { session } = await suite.bench.paidCart()
      suite.sandbox.control.settleNow()

      expect(await read()).toMatchObject({ settlements: 1, failures: [] })
      expect(await sql("select reference, state from gateway_settlement_item")).toEqual([
        { reference: session.data.reference, state: "matched" },
      ])
      expect(await books().kinds()).toContain("sale")
    })

    it("is made up for by reconciliation, and leaves no task", async () => {
      suite.sandbox.control.setWebhookUrl(null)
      const { session } = await suite.bench.paidCart()
      await sql(`update gateway_transaction set created_at = now() - interval '1 hour'`)
      // The listed payment is a moment too young for the comparison.
      const paidEarlier = suite.sandbox.control.transactions()[0] as { paid_at: string }
      paidEarlier.paid_at = new Date(Date.now() - 3_600_000).toISOString()

      expect(await reconcile()).toMatchObject({ repaired: 1, open: 0 })
      expect(await lines()).toMatchObject([
        { cause: "payment_not_noticed", state: "repaired", reference: session.data.reference },
      ])
      expect(await books().kinds()).toContain("sale")
    })
  })
}

export function describeReconciliation(suite: PayoutSuite): void {
  const { run, paid, soldAndReleased, only, sql } = suite
  const { books, read, reconcile, lines } = handles(suite)
  const bank = () => books().balance("platform_bank")

  describe("What a gateway pays out", () => {
    it("is booked once, as are top-ups, and after a payout the gateway holds what the books say", async () => {
      await read()
      const before = await bank()
      const { session } = await soldAndReleased(0)
      const settlement = suite.sandbox.control.settleNow({ stamp_duty: 5000 })
      expect(await read()).toMatchObject({ settlements: 1, failures: [] })
      expect(await read()).toMatchObject({ settlements: 0, top_ups: 0, failures: [] })

      expect((await bank()) - before).toBe(BigInt(settlement?.effective_amount ?? 0))
      expect(await books().balance("stamp_duty")).toBe(5000n)
      expect(await books().balance("gateway_clearing", "paystack")).toBe(0n)
      expect(await books().balance("gateway_balance", "paystack")).toBe(100_000_000n)
      expect(await sql("select reference, state from gateway_settlement_item")).toEqual([
        { reference: session.data.reference, state: "matched" },
      ])
      await run()
      await paid(0)
      expect(await reconcile()).toMatchObject({ found: 0, open: 0 })
    })

    it("waits for its last word, and what is kept back without a reason is a task", async () => {
      await soldAndReleased(0)
      const settlement = suite.sandbox.control.settleNow({ stamp_duty: 7777, status: "pending" })
      expect(await read()).toMatchObject({ settlements: 0 })
      suite.sandbox.control.finishSettlement(settlement!.id)

      expect(await reconcile()).toMatchObject({ open: 1, repaired: 0 })
      expect(await lines("state=open")).toMatchObject([
        { area: "settlements", cause: "settlement_unexplained", reference: `${settlement!.id}` },
      ])
      expect(await books().balance("gateway_clearing", "paystack")).toBe(7777n)
    })
  })

  describe("Reconciliation", () => {
    it("makes a task of what was done in the gateway's dashboard, once, until somebody has dealt with it", async () => {
      await soldAndReleased(0)
      await run()
      await paid(0)
      const { sandbox } = suite
      await reconcile()
      sandbox.control.topUp("NGN", -2500)
      const refund = await fetch(`${sandbox.url}/refund`, {
        method: "POST",
        headers: { authorization: `Bearer ${sandbox.secret_key}`, "content-type": "application/json" },
        body: JSON.stringify({ transaction: sandbox.control.transactions()[0]!.reference, amount: 1000 }),
      })
      expect(refund.status).toBe(200)

      expect(await reconcile()).toMatchObject({ open: 2 })
      expect(await reconcile()).toMatchObject({ open: 2 })
      const open = await lines("state=open&order=created_at")
      expect(open.map(({ cause }) => cause).toSorted()).toEqual(["balance_below_books", "refund_elsewhere"])
      const balance = open.find(({ cause }) => cause === "balance_below_books")!
      expect(Number(balance.expected) - Number(balance.found)).toBe(25)
      expect(balance.probable_cause).toMatch(/dashboard/)

      const done = (id: string, note = "Booked by hand.") =>
        suite.finance<{ line: Line; code?: string }>("POST", `/admin/reconciliation/lines/${id}/done`, {
          note,
        })
      const elsewhere = open.find(({ cause }) => cause === "refund_elsewhere")!
      expect((await done(elsewhere.id)).body.line).toMatchObject({ state: "done", note: "Booked by hand." })
      expect(refusal(await done(elsewhere.id))).toEqual([400, "reconciliation_line_not_open"])
      expect(refusal(await done("rlin_nobody"))).toEqual([404, "reconciliation_line_not_found"])

      sandbox.control.topUp("NGN", 2500)
      await sql(`update gateway_balance set read_at = now()`)
      await reconcile()
      const left = await lines("cause=refund_elsewhere")
      expect(left).toMatchObject([{ state: "done" }])
      const { body } = await suite.finance<{ runs: Run[]; count: number }>(
        "GET",
        "/admin/reconciliation?limit=2"
      )
      expect(body.runs).toHaveLength(2)
      expect(body.count).toBeGreaterThan(2)
    })

    it("tells of payouts that nobody knows the outcome of, and of what it could not compare", async () => {
      await soldAndReleased(0)
      suite.sandbox.control.fault({ on: "transfer", kind: "hangs" })
      await run()
      const { id } = await only(0)
      await suite.age(id, 3 * 86_400)
      suite.sandbox.control.fault({ on: "GET /refund", kind: "5xx_before_commit", times: 6 })
      const { body } = await suite.finance<{ run: Run }>("POST", "/admin/reconciliation/run", { days: 1 })

      expect(body.run).toMatchObject({ state: "done", left_out: { refunds: [expect.any(String)] } })
      expect(await lines("area=transfers")).toMatchObject([{ cause: "payout_slow", reference: id }])
    })
  })
}
