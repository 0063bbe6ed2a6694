import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import { findAttempt, lastTryOf, viewOfAttempt } from "../refund-attempts"
import { type RetryOutcome, retryRefund } from "../retry-refunds"

const REFUSALS: Partial<Record<RetryOutcome, string>> = {
  nothing: "There is nothing to try again: this refund has not failed, or there was another try.",
  wait: "Another refund of this payment is under way: try again later.",
  later: "Something is open about this order, such as a case or a cancellation: try again when it is over.",
  uncovered: "What is left of the payment does not cover this refund.",
  given_otherwise: "The money was given back otherwise since, or taken by a bank.",
}

/** Tries a refund once more. There is no compensation: what the gateway was asked for stands. */
export const retryRefundStep = createStep("retry-refund", async ({ id }: { id: string }, { container }) => {
  const failed = await findAttempt(container, id)
  const refusal = REFUSALS[await retryRefund(container, failed)]
  if (refusal) {
    throw notAllowed(ErrorCode.REFUND_RETRY_REFUSED, refusal)
  }

  return new StepResponse(await viewOfAttempt(container, await lastTryOf(container, failed)))
})
