import type { Context } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { ErrorCode, notAllowed } from "../../lib/errors"
import {
  type GatewayRefund,
  GatewayRefusedError,
  GatewayUnavailableError,
  type RefundAttempt,
  type RequestRefundInput,
} from "../../lib/gateway"
import { decideRefund, stateWhenNotFound } from "./domain/refund"
import { retryAt } from "./domain/retry"
import * as rows from "./refund-rows"
import { findByReference, lockByReference } from "./transaction-rows"
import type { FlowTools, RefundClaim, RefundRun } from "./types"
import { patience } from "./wait"

/** Refunds once per key. The attempt is committed before the gateway hears of it. */
export class RefundFlow {
  constructor(private readonly tools: FlowTools) {}

  async refund(input: RequestRefundInput): Promise<RefundAttempt> {
    const wait = patience("Another refund of this payment is under way.")
    let hasLookedUp = false
    for (;;) {
      const claim = await this.tools.in_transaction((context) => this.claim(context, input))
      if (claim.do === "answer") {
        return executed(claim.attempt)
      }
      if (claim.do === "post") {
        return executed(await this.post(claim.attempt))
      }
      if (claim.do === "wait") {
        await wait()
        continue
      }
      if (hasLookedUp) {
        throw new GatewayUnavailableError(
          "The outcome of an earlier refund of this payment is not known yet."
        )
      }
      hasLookedUp = true
      for (const attempt of claim.attempts) {
        await this.lookUp(attempt)
      }
    }
  }

  async resolve(limit: number, reference?: string): Promise<RefundRun> {
    const now = new Date()
    const postedBefore = new Date(now.getTime() - this.tools.settings.in_flight_seconds * 1000)
    const attempts = await this.tools.in_transaction((context) =>
      rows.takeUnsettled(context, { posted_before: postedBefore, limit, reference }, now)
    )
    const run: RefundRun = { checked: attempts.length, moved: [], failed: 0 }
    for (const attempt of attempts) {
      try {
        const current = await this.lookUp(attempt)
        if (current.state !== attempt.state) {
          run.moved.push(current)
        }
      } catch (error) {
        // A gateway that was switched off must not keep the others from being asked.
        if (!(error instanceof GatewayUnavailableError || isSwitchedOff(error))) {
          throw error
        }
        run.failed += 1
      }
    }

    return run
  }

  /** Under the transaction's row lock, so that calls about one payment decide one after the other. */
  private async claim(context: Context, input: RequestRefundInput): Promise<RefundClaim> {
    const now = new Date()
    const transaction = await lockByReference(context, input.reference)
    if (!transaction || transaction.paid_minor === null) {
      throw notAllowed(
        ErrorCode.PAYMENT_REFUND_REFUSED,
        `Nothing was paid under reference ${input.reference}, so nothing can be refunded.`
      )
    }
    const attempts = await rows.findOf(context, input.reference)
    const request = { ...input, paid_minor: transaction.paid_minor }
    const decision = decideRefund(request, attempts, now, this.tools.settings.in_flight_seconds)
    switch (decision.do) {
      case "answer":
        return { do: "answer", attempt: await rows.answerWith(context, decision.id) }
      case "adopt":
        return { do: "answer", attempt: await rows.adoptFor(context, decision.id, input.key) }
      case "post_again":
        return { do: "post", attempt: await rows.requestAgain(context, decision.id, now) }
      case "post_new":
        return { do: "post", attempt: await rows.insertRequested(context, transaction, input, now) }
      case "look_up":
        return { do: "look_up", attempts: attempts.filter(({ id }) => decision.ids.includes(id)) }
      case "wait":
        return { do: "wait" }
      case "refuse":
        throw notAllowed(
          ErrorCode.PAYMENT_REFUND_REFUSED,
          `Only ${decision.refundable_minor} minor units of this payment can still be refunded, not ${input.amount_minor}.`
        )
      default:
        return decision satisfies never
    }
  }

  /** Asks the gateway for an attempt that is committed. @throws not allowed when it refuses, GatewayUnavailableError */
  async post(attempt: RefundAttempt): Promise<RefundAttempt> {
    const gateway_id = await this.paymentOf(attempt)
    const refund = await this.tools
      .adapter_of(attempt.gateway)
      .refund({ ...attempt, gateway_id })
      .catch(async (error: unknown) => {
        await this.save(attempt, outcomeOfError(attempt, error))
        throw error instanceof GatewayRefusedError
          ? notAllowed(ErrorCode.PAYMENT_REFUND_REFUSED, `The gateway refused the refund: ${error.message}`)
          : error
      })
    const outcome = rows.outcomeOf(attempt, refund)

    // A caller who is told right away that it failed asks again; nobody asks for a further try.
    return this.save(attempt, {
      ...outcome,
      is_disowned: outcome.state === "failed" && !attempt.retries_id,
    })
  }

  /** Asks the gateway where an attempt stands. Posts nothing. */
  async lookUp(attempt: RefundAttempt): Promise<RefundAttempt> {
    const gateway_id = await this.paymentOf(attempt)
    const found = await this.tools.adapter_of(attempt.gateway).findRefund({ ...attempt, gateway_id })
    const state = stateWhenNotFound(attempt, new Date(), this.tools.settings.settle_seconds)

    return this.save(attempt, found ? rows.outcomeOf(attempt, found) : { state })
  }

  /** Keeps what the gateway has said of an attempt in another call. */
  hear(attempt: RefundAttempt, said: GatewayRefund): Promise<RefundAttempt> {
    return this.save(attempt, rows.outcomeOf(attempt, said))
  }

  /** The gateway's own name of what is refunded. */
  private async paymentOf({ reference }: RefundAttempt): Promise<string | null> {
    const transaction = await this.tools.in_transaction((context) => findByReference(context, reference))

    return transaction?.gateway_id ?? null
  }

  private save(attempt: RefundAttempt, outcome: rows.Outcome): Promise<RefundAttempt> {
    const now = new Date()
    const isByHand = this.tools.adapter_of(attempt.gateway).is_refunded_by_hand
    const waits = isByHand ? [] : this.tools.settings.retry_hours
    const retry_at = outcome.state === "failed" ? retryAt(attempt.tries, waits, now) : null

    return this.tools.in_transaction((context) =>
      rows.saveOutcome(context, attempt.id, { ...outcome, retry_at }, now)
    )
  }
}

const isSwitchedOff = (error: unknown) =>
  MedusaError.isMedusaError(error) && error.code === ErrorCode.GATEWAY_NOT_CONFIGURED

function outcomeOfError({ retries_id }: RefundAttempt, error: unknown): rows.Outcome {
  const last_error = error instanceof Error ? error.message : String(error)
  if (error instanceof GatewayRefusedError) {
    return { state: "refused", last_error }
  }
  const hadNoEffect = error instanceof GatewayUnavailableError && error.effect === "none"

  // Nobody is told of a further try, so that it must not serve another refund.
  return { state: hadNoEffect ? "not_executed" : "unknown", is_disowned: !retries_id, last_error }
}

/** The attempt, if money goes back with it, or with the next try. @throws not allowed if not */
function executed(attempt: RefundAttempt): RefundAttempt {
  const isOver = attempt.state === "failed" && (attempt.is_disowned || !attempt.retry_at)
  if (isOver || attempt.state === "refused") {
    throw notAllowed(
      ErrorCode.PAYMENT_REFUND_REFUSED,
      `The gateway did not make refund ${attempt.key} (${attempt.last_error ?? attempt.state}).`
    )
  }

  return attempt
}
