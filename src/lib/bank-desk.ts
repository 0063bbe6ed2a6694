/** What has arrived in the platform's bank account, as people recorded it. */
export type BankReceipt = { id: string; amount_minor: bigint; currency_code: string; received_at: Date }

/** `made` and `failed` are a person's word; until then somebody has to send the money back. */
export type BankRefundState = "waiting" | "made" | "failed"

export type BankRefundTask = { id: string; amount_minor: bigint; state: BankRefundState }

export type AskBankRefundInput = {
  /** Unique for ever: the same key is the same task. */
  key: string
  reference: string
  amount_minor: bigint
  currency_code: string
}

/** What the gateway of bank transfers needs of whoever keeps the people's records. */
export type BankDesk = {
  /** What arrived under a reference, in the order in which it was recorded. */
  receiptsOf(reference: string): Promise<BankReceipt[]>
  askRefund(input: AskBankRefundInput): Promise<BankRefundTask>
  findRefund(key: string): Promise<BankRefundTask | null>
}
