/** One payment of what a gateway has collected, to the platform's bank or into the balance kept there. */
export type GatewaySettlement = {
  /** The gateway's own name for it, for ever. */
  gateway_settlement_id: string
  currency_code: string
  /** What buyers paid, what the gateway kept of it, and what it took back besides. */
  gross_minor: bigint
  fee_minor: bigint
  /** Stamp duty, where the gateway tells of it apart, of each payment too; null where it is a part of the deductions. */
  duty_minor: bigint | null
  /** Refunds, disputes that were lost, and duty that is not told apart. */
  deductions_minor: bigint
  /** What has arrived. */
  net_minor: bigint
  goes_to: "bank" | "balance"
  /** Nothing of it changes any more. */
  is_final: boolean
  settled_at: Date
}

/** What one payment of a buyer has brought. */
export type SettledTransaction = {
  /** Our own reference. */
  reference: string
  gateway_id: string
  amount_minor: bigint
  /** What is left of it after the gateway's fee, and after duty that is told of each payment. */
  net_minor: bigint
  /** What of it went to vendors' own accounts, which is no part of `net_minor`; absent where the gateway does not say. */
  split_minor?: bigint
}

export type GatewayBalance = { currency_code: string; balance_minor: bigint }

/** Money that people have put on the balance at a gateway. */
export type GatewayTopUp = {
  gateway_top_up_id: string
  currency_code: string
  amount_minor: bigint
  made_at: Date
}

/** A payment that the gateway holds to be made. */
export type ListedCharge = {
  reference: string
  gateway_id: string
  amount_minor: bigint
  currency_code: string
  paid_at: Date
  /** All of it went back, by a refund, a chargeback, or the gateway itself. */
  is_reversed?: boolean
}

export type ListedRefund = {
  gateway_refund_id: string
  /** Of the payment; null where the gateway does not say. */
  reference: string | null
  /** Null where the gateway does not say of which currency it is. */
  amount_minor: bigint | null
  currency_code: string | null
}

/**
 * The part of the port that is about what a gateway owes and holds; all of it is reading. What was made before `since` may be
 * told or not.
 * @throws GatewayUnavailableError
 */
export type GatewaySettlements = {
  list(since: Date): Promise<GatewaySettlement[]>
  transactionsOf(gatewaySettlementId: string): Promise<SettledTransaction[]>
  balances(): Promise<GatewayBalance[]>
  charges(since: Date): Promise<ListedCharge[]>
  /** Without those that failed. */
  refunds(since: Date): Promise<ListedRefund[]>
  /** Left out by gateways that do not list them. */
  topUps?(since: Date): Promise<GatewayTopUp[]>
}
