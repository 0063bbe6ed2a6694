/** What a gateway says of a chargeback; `unclear` concludes nothing. */
export type DisputeWord = "needs_answer" | "under_review" | "won" | "lost" | "unclear"

export type GatewayDispute = {
  gateway_dispute_id: string
  /** Our reference of the payment that is disputed. */
  reference: string
  amount_minor: bigint
  currency_code: string
  word: DisputeWord
  /** By when the gateway wants an answer, where it says so. */
  due_at: Date | null
  /** The bank's or the buyer's reason, in the gateway's words. */
  category: string | null
}

/** A row of a gateway's list that could not be read; `is_passing`: the gateway did not answer, and may the next time. */
export type UnreadDispute = { gateway_dispute_id: string | null; why: string; is_passing: boolean }

export type ListedDisputes = { disputes: GatewayDispute[]; unread: UnreadDispute[] }

export type DisputeAnswer = {
  gateway_dispute_id: string
  amount_minor: bigint
  currency_code: string
  /** One sentence that goes with the decision. */
  message: string
  buyer: { email: string; name: string; phone: string }
  /** The whole evidence as text. */
  evidence: string
  /** The one file that says most; where there is none the evidence itself is sent as a file, if the gateway wants one. */
  file: { filename: string; mime_type: string; bytes: Uint8Array } | null
}

/**
 * The part of the port that is about chargebacks. Answering twice is not harmful, since both answers are about one dispute, but
 * the caller looks the dispute up before it answers again.
 */
export type GatewayDisputes = {
  /** All that are not over, and those that were opened since then; one that cannot be read hides no other. @throws GatewayUnavailableError */
  list(since: Date): Promise<ListedDisputes>

  /** Null when the gateway has none of that id. @throws GatewayUnavailableError */
  find(gatewayDisputeId: string): Promise<GatewayDispute | null>

  /** Contests the dispute with evidence. @throws GatewayUnavailableError, GatewayRefusedError */
  contest(answer: DisputeAnswer): Promise<void>

  /** Lets the buyer have the money back. @throws GatewayUnavailableError, GatewayRefusedError */
  accept(answer: DisputeAnswer): Promise<void>
}
