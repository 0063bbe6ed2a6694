export type SandboxDispute = {
  id: number
  transaction: number
  reference: string
  amount: number
  currency: string
  category: string
  status: "awaiting-merchant-feedback" | "awaiting-bank-feedback" | "resolved"
  resolution: "merchant-accepted" | "auto-accepted" | "declined" | null
  due_at: string
  created_at: string
  resolved_at: string | null
  evidence: { id: number; customer_email: string; service_details: string }[]
  attachment: string | null
  message: string | null
}

export type Filing = { amount?: number; category?: string; due_in_ms?: number }

export type DisputeControl = {
  disputes: () => readonly SandboxDispute[]
  /** A bank files a dispute of a paid transaction; due in 16 hours unless told otherwise, and then accepted by itself. */
  dispute: (reference: string, filing?: Filing) => SandboxDispute
  remindDispute: (id: number) => void
  /** The bank decides: `declined` is for the merchant. An amount is what the buyer gets instead of what was asked for. */
  decideDispute: (id: number, resolution: "merchant-accepted" | "declined", amount?: number) => void
  /** What was uploaded under a name, as text. */
  uploaded: (filename: string) => string | null
}
