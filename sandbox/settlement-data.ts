export type SettlementSchedule = "auto" | "weekly" | "manual"

export type SandboxSettlement = {
  id: number
  currency: string
  status: "pending" | "success"
  destination: "bank" | "balance"
  total_processed: number
  total_fees: number
  /** Refunds, disputes that were lost, and stamp duty, in one sum. */
  deductions: number
  effective_amount: number
  transactions: number[]
  deducted: number[]
  settled_at: string
  /** Whose money it is; the merchant's own when absent. */
  subaccount?: string
}

export type Settling = {
  currency?: string
  /** Subunits that are kept besides. */
  stamp_duty?: number
  /** References that are paid out with a later one. */
  leave_out?: string[]
  destination?: SandboxSettlement["destination"]
  status?: SandboxSettlement["status"]
}

export type SettlementControl = {
  settlements: () => readonly SandboxSettlement[]
  /** Pays out now what was collected; null when nothing is left of it. */
  settleNow: (settling?: Settling) => SandboxSettlement | null
  finishSettlement: (id: number) => void
  /** Pays the shares of a subaccount that are not paid yet, whatever its schedule; null when there are none. */
  settleSubaccount: (code: string) => SandboxSettlement | null
  /** What the schedule does in the night to that time. */
  settleByNight: (schedule: SettlementSchedule, now: string) => void
}
