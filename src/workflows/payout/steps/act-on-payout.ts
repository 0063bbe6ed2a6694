import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, forbidden, notAllowed } from "../../../lib/errors"
import { PAYOUT_MODULE } from "../../../modules/payout"
import { canRetry, type PayoutState } from "../../../modules/payout/domain/state"
import type PayoutModuleService from "../../../modules/payout/service"
import type { PayoutRecord } from "../../../modules/payout/types"
import { payoutBooks } from "../books"
import { openAsked } from "../open-asked"
import { payoutNotFound } from "../refusals"

export type ActOnPayoutInput = { payout_id: string; by: string } & (
  | { action: "approve" | "retry" }
  | { action: "reject"; reason: string }
  /** Of a payout that people carry out: nobody else knows how it ended. */
  | { action: "mark"; outcome: "paid" | "failed" | "returned"; reason: string | null }
)

type Acting = { container: MedusaContainer; payouts: PayoutModuleService; payout: PayoutRecord }

/**
 * Each change is one statement on the row's own state, booked in its transaction, and none can be unmade: so nothing may
 * fail after this.
 */
export const actOnPayoutStep = createStep("act-on-payout", async (input: ActOnPayoutInput, { container }) => {
  const payouts = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const payout = await payouts.findPayout(input.payout_id)
  if (!payout) {
    throw payoutNotFound(input.payout_id)
  }
  const after = await act({ container, payouts, payout }, input)

  return new StepResponse({
    id: after.id,
    vendor_id: payout.vendor_id,
    before: { state: payout.state },
    after: { state: after.state, payout_id: after.id },
  })
})

function act(acting: Acting, input: ActOnPayoutInput): Promise<PayoutRecord> {
  switch (input.action) {
    case "approve":
      return approve(acting, input.by)
    case "retry":
      return retry(acting, input.by)
    case "reject":
    case "mark":
      return end(acting, input)
    default:
      return input satisfies never
  }
}

async function approve({ payouts, payout }: Acting, by: string): Promise<PayoutRecord> {
  const approved = await payouts.approvePayout({ id: payout.id, by })
  if (!approved && payout.state === "awaiting_approval" && payout.requested_by === by) {
    throw forbidden(ErrorCode.PAYOUT_OWN_REQUEST, "Nobody approves a payout that they have asked for.")
  }

  return approved ?? refuse(payout.state, "approved")
}

async function end(
  { container, payouts, payout }: Acting,
  input: Extract<ActOnPayoutInput, { action: "reject" | "mark" }>
): Promise<PayoutRecord> {
  const { id } = payout
  const books = payoutBooks(container)
  const to = input.action === "reject" ? "rejected" : input.outcome
  if (input.action === "mark" && !payouts.isManual(payout.rail)) {
    throw notAllowed(
      ErrorCode.PAYOUT_TRANSITION_REFUSED,
      "How this payout ends is said by the rail that carries it."
    )
  }
  const settled =
    input.action === "reject"
      ? await payouts.rejectPayout({ id, by: input.by, reason: input.reason }, books)
      : await payouts.markPayout({ id, by: input.by, to: input.outcome, reason: input.reason }, books)

  return settled.from !== settled.payout.state ? settled.payout : refuse(settled.from, to)
}

async function retry({ container, payout }: Acting, by: string): Promise<PayoutRecord> {
  if (!canRetry(payout.state)) {
    return refuse(payout.state, "sent once more")
  }

  return openAsked(container, {
    origin: "retry",
    retry_of: payout.id,
    vendor_id: payout.vendor_id,
    currency_code: payout.currency_code,
    amount_minor: payout.amount_minor,
    requested_by: by,
  })
}

function refuse(state: PayoutState, what: string): never {
  throw notAllowed(
    ErrorCode.PAYOUT_TRANSITION_REFUSED,
    `A payout that is ${state.replaceAll("_", " ")} cannot be ${what}.`
  )
}
