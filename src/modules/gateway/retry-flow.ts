import { MedusaError } from "@medusajs/framework/utils"
import { GatewayUnavailableError, type RefundAttempt } from "../../lib/gateway"
import { decideRetry } from "./domain/retry"
import type { RefundFlow } from "./refund-flow"
import * as rows from "./refund-rows"
import { insertRetry } from "./retry-rows"
import { lockByReference } from "./transaction-rows"
import type { FlowTools, Retried } from "./types"

type Claim = { do: "post"; attempt: RefundAttempt } | { do: "wait" | "nothing" | "uncovered" }

/** Tries a refund again that the gateway could not make: by an attempt of its own, committed before the gateway hears of it. */
export class RetryFlow {
  constructor(
    private readonly tools: FlowTools,
    private readonly refunds: RefundFlow
  ) {}

  async retry({ id, reference, gateway }: RefundAttempt): Promise<Retried> {
    // Nothing is noted as asked for where nobody can be asked.
    this.tools.adapter_of(gateway)
    const claim = await this.claim(id, reference)
    if (claim.do !== "post") {
      return { outcome: claim.do }
    }
    try {
      return { outcome: "posted", attempt: await this.refunds.post(claim.attempt) }
    } catch (error) {
      if (error instanceof GatewayUnavailableError) {
        return { outcome: "open" }
      }
      if (MedusaError.isMedusaError(error)) {
        return { outcome: "refused" }
      }
      throw error
    }
  }

  private claim(id: string, reference: string): Promise<Claim> {
    return this.tools.in_transaction(async (context) => {
      const transaction = await lockByReference(context, reference)
      const attempts = await rows.findOf(context, reference)
      const failed = attempts.find((attempt) => attempt.id === id)
      if (!failed || transaction?.paid_minor == null) {
        return { do: "nothing" }
      }
      const decision = decideRetry(failed, attempts, transaction.paid_minor)
      const now = new Date()
      switch (decision.do) {
        case "post_new": {
          const first = attempts.find((attempt) => attempt.id === failed.root_id) ?? failed
          return { do: "post", attempt: await insertRetry(context, failed, { first_key: first.key, now }) }
        }
        case "post_again":
          return { do: "post", attempt: await rows.requestAgain(context, id, now) }
        case "refuse":
          return { do: "uncovered" }
        case "wait":
        case "nothing":
          return { do: decision.do }
        default:
          return decision satisfies never
      }
    })
  }
}
