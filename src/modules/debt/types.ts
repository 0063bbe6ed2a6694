export type WriteOffState = "requested" | "approved" | "rejected"

export type RequestWriteOffInput = {
  vendor_id: string
  currency_code: string
  amount_minor: bigint
  reason: string
  requested_by: string
}

export type WriteOffRecord = RequestWriteOffInput & {
  id: string
  state: WriteOffState
  decided_by: string | null
  decided_at: Date | null
  created_at: Date
}

export type DebtRecord = {
  vendor_id: string
  currency_code: string
  since: Date
  reminded_at: Date | null
  reminders: number
}
