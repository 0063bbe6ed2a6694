import type { SettlementSchedule } from "./settlement-data"

export type SandboxSubaccount = {
  id: number
  subaccount_code: string
  business_name: string
  description: string
  primary_contact_email: string
  settlement_bank: string
  account_number: string
  percentage_charge: number
  settlement_schedule: SettlementSchedule
  created_at: string
}

/** What of a payment is to go to subaccounts, in subunits. */
export type SandboxSplit = { subaccounts: { subaccount: string; share: number }[] }

export type SubaccountControl = {
  subaccounts: () => readonly SandboxSubaccount[]
  /** When a subaccount is paid: with the merchant, on Mondays, or when it is asked for. */
  scheduleSubaccount: (code: string, schedule: SettlementSchedule) => void
  /** Whether the shares that are asked for are split off, of what is paid from now on. */
  splitPayments: (isSplitting: boolean) => void
}
