import { setTimeout as pause } from "node:timers/promises"
import fc from "fast-check"
import { reconcileAllWorkflow } from "../../src/workflows/reconciliation/workflows/reconcile-all"
import { NUMBER } from "../http/payouts/suite"
import type { OpenLine } from "./fault-checks"
import { GATEWAYS } from "./fault-commands"
import { runJobs } from "./fault-jobs"
import { decide, endTransfer, SETTLES_MS } from "./fault-steps"
import type { FaultTown } from "./fault-town"

/** Until a refund that failed has been tried as often as it is by itself: after 1, 6 and 24 hours. */
const HOURS = [1, 7, 25, 25, 25, 25, 25, 25, 25, 25]
/** From here on a day has passed before each turn, so that one in which nothing happens is the last. */
const FIRST_OF_DAYS = 3

/**
 * The gateways work again, tell all that they have not told, and people do what is theirs; then days pass until nothing changes any
 * more. Answers what reconciliation has left open.
 */
export async function comeToRest(town: FaultTown, shuffle: number) {
  for (const gateway of GATEWAYS) {
    town.benches[gateway].control.clearFaults()
    town.benches[gateway].tellServer()
  }
  await tellEverything(town, shuffle)
  let before = ""
  for (const [turn, hours] of HOURS.entries()) {
    await actAsPeople(town, shuffle + turn)
    await runJobs(town, { schedulers: turn === 0 ? 2 : 1 })
    await pause(SETTLES_MS)
    await town.clock.pass(hours)
    const now = await fingerprint(town)
    if (turn >= FIRST_OF_DAYS && now === before) {
      return reconcile(town)
    }
    before = now
  }
  throw new Error(`Something still changes after ${HOURS.length} turns: ${before}`)
}

/** What was told or held back since the last quiet time, late, twice and in another order. */
async function tellEverything(town: FaultTown, shuffle: number): Promise<void> {
  const controls = { paystack: town.paystack, flutterwave: town.flutterwave.control }
  const events = GATEWAYS.flatMap((gateway) => {
    const control = controls[gateway]
    const since = control.deliveries().slice(town.told[gateway])
    town.told[gateway] += since.length

    return [...new Set(since.map(({ reference }) => reference))].map((reference) => ({ control, reference }))
  })
  const [shuffled = []] = fc.sample(
    fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
    { numRuns: 1, seed: shuffle }
  )
  for (const { control, reference } of shuffled) {
    control.redeliver(reference)
  }
  await town.suite.bench.eventually(() =>
    expect(
      GATEWAYS.flatMap((gateway) => town.benches[gateway].control.deliveries()).filter(
        ({ delivered }) => !delivered
      )
    ).toEqual([])
  )
}

/** Staff, shops, banks and late buyers do what is waited for. */
async function actAsPeople(town: FaultTown, choice: number): Promise<void> {
  while (endTransfer(town, choice, choice % 3 > 0)) {
    // One after the other.
  }
  // Refunds wait for the word of the bank, which may take longer than all the rest.
  while (await decide(town, { dispute: choice, is_won: choice % 2 > 0 })) {
    // One after the other.
  }
  payLate(town)
  for (const ask of town.unanswered.splice(0)) {
    if (!(await ask())) {
      town.unanswered.push(ask)
    }
  }
  for (const { id } of town.paystack.refunds().filter(({ status }) => status === "needs-attention")) {
    await nameAccount(town, id)
  }
  const { body } = await town.suite.finance<{ refunds: { id: string }[] }>("GET", "/admin/refunds?limit=100")
  for (const { id } of body.refunds) {
    const { status, body: answer } = await town.suite.finance("POST", `/admin/refunds/${id}/retry`, {})
    town.note(`retry ${status} ${answer.code ?? ""}`.trim())
  }
}

/** Buyers whose money was on its way have paid. */
function payLate({ flutterwave, paystack, truth, late_payers }: FaultTown): void {
  for (const { tx_ref, status } of flutterwave.control.transactions()) {
    if (status === "pending") {
      flutterwave.control.finish(tx_ref, "successful")
    }
  }
  for (const reference of late_payers.splice(0)) {
    if (!truth.paid().some((paid) => paid.reference === reference)) {
      paystack.pay(reference)
    }
  }
}

/** In the gateway's dashboard, for a buyer whom the money cannot reach as it came. */
async function nameAccount({ suite: { sandbox } }: FaultTown, refundId: number): Promise<void> {
  const answer = await fetch(`${sandbox.url}/refund/retry_with_customer_details/${refundId}`, {
    method: "POST",
    headers: { authorization: `Bearer ${sandbox.secret_key}`, "content-type": "application/json" },
    body: JSON.stringify({
      refund_account_details: { currency: "NGN", account_number: NUMBER, bank_id: "9" },
    }),
  })
  expect(answer.status).toBe(200)
}

/** How far everything is; the same twice means that nothing has happened between. */
async function fingerprint({ suite, paystack, flutterwave }: FaultTown): Promise<string> {
  const states = [
    ["gateway_transaction", "state || coalesce(outcome, '')"],
    ["gateway_refund", "state || coalesce(booked, '')"],
    ["payout", "state"],
    ["dispute", "state"],
    ["vendor_order_refund_request", "stage"],
    ["vendor_order_cancellation", "stage"],
    ["vendor_order_return", "state"],
    ["webhook_event", "state"],
    ["checkout_attempt", "''"],
    ["ledger_entry", "''"],
    ["vendor_order", "status"],
  ].map(
    ([table, state]) =>
      `select '${table}' as name, ${state} as state, count(*)::text as count from ${table} group by 2`
  )
  const rows = await suite.sql(`${states.join(" union all ")} order by 1, 2`)
  const posts = [...paystack.calls(), ...flutterwave.control.calls()].filter(({ call }) => !/^GET/.test(call))

  return JSON.stringify([rows, posts.length])
}

async function reconcile({ suite }: FaultTown) {
  const { result } = await reconcileAllWorkflow(suite.container).run({
    input: { started_by: null, days: 60 },
  })
  const runs = await suite.sql("select state, left_out from reconciliation_run where id = ?", [result.id])
  expect(runs).toEqual([{ state: "done", left_out: {} }])

  return suite.sql<OpenLine>(
    `select cause, gateway, reference, currency_code, expected_minor, found_minor from reconciliation_line
     where state = 'open' order by cause, reference`
  )
}
