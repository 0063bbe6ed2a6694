export type TransferStatus = "pending" | "otp" | "success" | "failed" | "reversed" | "rejected"

export type SandboxTransfer = {
  id: number
  transfer_code: string
  reference: string
  amount: number
  currency: string
  recipient: string
  reason: string
  status: TransferStatus
  created_at: string
  /** When it came back after it was made. */
  reversed_at?: string
}

export type Recipient = {
  id: number
  recipient_code: string
  type: string
  name: string
  account_number: string
  bank_code: string
  currency: string
  created_at: string
}

export type TransferData = {
  recipients: Recipient[]
  transfers: SandboxTransfer[]
  top_ups: { id: number; currency: string; amount: number; created_at: string }[]
}

export const emptyTransfers = (): TransferData => ({ recipients: [], transfers: [], top_ups: [] })
