import { ApiError } from "../state"
import type { FlutterwaveState, FlutterwaveTransaction } from "./state"
import type { FlutterwaveSubaccount } from "./subaccounts"

/** Amounts are hundredths; on the wire they are major units. */
export type FlutterwaveSettlement = {
  id: number
  currency: string
  status: "completed" | "pending"
  /** `wallet`: into the balance at Flutterwave instead of the merchant's bank. */
  destination: "bank" | "wallet"
  gross_amount: number
  app_fee: number
  refund: number
  chargeback: number
  stampduty_charge: number
  net_amount: number
  transactions: number[]
  deducted: number[]
  created_at: string
  /** Whose money it is; the merchant's own when absent. */
  subaccount?: string
}

type Settling = {
  currency?: string
  leave_out?: string[]
  destination?: FlutterwaveSettlement["destination"]
}

const major = (hundredths: number) => hundredths / 100
const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)

/** Pays the merchant what was collected; the stamp duty of each payment is told as one sum. */
export class FlutterwaveSettlements {
  list: FlutterwaveSettlement[] = []
  private topUps: { currency: string; amount: number }[] = []

  constructor(
    private readonly state: FlutterwaveState,
    /** What transfers have taken out of the balance. */
    private readonly drawn: (currency: string) => number,
    private readonly subaccounts: () => readonly FlutterwaveSubaccount[]
  ) {}

  clear(): void {
    this.list = []
    this.topUps = []
  }

  topUp(currency: string, amount: number): void {
    this.topUps.push({ currency, amount })
  }

  /** Null when what is owed to buyers is as much as what was collected. */
  settle({ currency = "NGN", leave_out = [], destination = "bank" }: Settling = {}) {
    const covered = new Set(this.list.filter(isOwn).flatMap(({ transactions }) => transactions))
    const deducted = new Set(this.list.flatMap((settlement) => settlement.deducted))
    const own = this.state.transactions
      .filter((transaction) => transaction.status === "successful" && transaction.currency === currency)
      .filter(({ id, tx_ref }) => !covered.has(id) && !leave_out.includes(tx_ref))
    const of = (id: number) => this.state.transaction(id)?.currency === currency && !deducted.has(id)
    const refunds = this.state.refunds.filter(
      ({ id, status, transaction_id }) => status !== "failed" && of(transaction_id) && !deducted.has(id)
    )
    const lost = this.state.chargebacks.filter(
      ({ id, status, transaction_id }) =>
        ["lost", "accepted"].includes(status) && of(transaction_id) && !deducted.has(id)
    )
    const gross_amount = sum(own.map((transaction) => transaction.amount))
    const app_fee = sum(own.map(feeKept))
    const stampduty_charge = gross_amount - app_fee - sum(own.map(({ amount_settled }) => amount_settled))
    const refund = sum(refunds.map(({ amount }) => amount))
    const chargeback = sum(lost.map(({ amount }) => amount))
    const net_amount =
      gross_amount - app_fee - stampduty_charge - refund - chargeback - sum(own.map(sharedOf))
    if (!own.length || net_amount <= 0) {
      return null
    }
    const settlement: FlutterwaveSettlement = {
      id: 700_000 + this.list.length + 1,
      currency,
      status: "completed",
      destination,
      gross_amount,
      app_fee,
      refund,
      chargeback,
      stampduty_charge,
      net_amount,
      transactions: own.map(({ id }) => id),
      deducted: [...refunds, ...lost].map(({ id }) => id),
      created_at: new Date().toISOString(),
    }
    this.list.push(settlement)
    for (const { subaccount_id } of this.subaccounts().filter(({ schedule }) => schedule === "auto")) {
      this.settleSubaccount(subaccount_id)
    }

    return settlement
  }

  /** Pays a vendor its shares of what is settled, as a settlement of its own; null when there are none. */
  settleSubaccount(code: string): FlutterwaveSettlement | null {
    const idsOf = (settlements: FlutterwaveSettlement[]) =>
      new Set(settlements.flatMap(({ transactions }) => transactions))
    const paid = idsOf(this.list.filter(({ subaccount }) => subaccount === code))
    const settled = idsOf(this.list.filter(isOwn))
    const own = this.state.transactions.filter(
      (transaction) =>
        settled.has(transaction.id) && !paid.has(transaction.id) && shareOf(transaction, code) > 0
    )
    const amount = sum(own.map((transaction) => shareOf(transaction, code)))
    if (!own.length) {
      return null
    }
    const settlement: FlutterwaveSettlement = {
      id: 700_000 + this.list.length + 1,
      currency: own[0]?.currency ?? "NGN",
      status: "completed",
      destination: "bank",
      gross_amount: amount,
      app_fee: 0,
      refund: 0,
      chargeback: 0,
      stampduty_charge: 0,
      net_amount: amount,
      transactions: own.map(({ id }) => id),
      deducted: [],
      created_at: new Date().toISOString(),
      subaccount: code,
    }
    this.list.push(settlement)

    return settlement
  }

  /** Of the merchant, or of one subaccount. */
  rows = (code: string | null = null) =>
    this.list.filter(({ subaccount }) => (subaccount ?? null) === code).map(listed)

  one(id: number) {
    const settlement = this.list.find((known) => known.id === id)
    if (!settlement) {
      throw new ApiError(404, "not_found", "No settlement was found for this id")
    }
    const own = this.state.transactions.filter((transaction) =>
      settlement.transactions.includes(transaction.id)
    )

    const code = settlement.subaccount

    return {
      ...listed(settlement),
      transactions: own.map((transaction) => settledRow(transaction, code)),
    }
  }

  balances() {
    return [...new Set(["NGN", ...this.putIn().map(({ currency }) => currency)])].map((currency) => {
      const balance = major(this.held(currency) - this.drawn(currency))

      return { currency, available_balance: balance, ledger_balance: balance }
    })
  }

  /** All that was put on the balance of a currency. */
  held(currency: string): number {
    return sum(
      this.putIn()
        .filter((movement) => movement.currency === currency)
        .map(({ amount }) => amount)
    )
  }

  private putIn(): { currency: string; amount: number }[] {
    const kept = this.list
      .filter(({ destination }) => destination === "wallet")
      .map(({ currency, net_amount }) => ({ currency, amount: net_amount }))

    return [...this.topUps, ...kept]
  }
}

/** Nothing where the buyer has borne it. */
const feeKept = ({ charged_amount, amount, app_fee }: FlutterwaveTransaction) =>
  charged_amount >= amount + app_fee ? 0 : app_fee

const listed = (settlement: FlutterwaveSettlement) => ({
  id: settlement.id,
  account_id: 73_362,
  merchant_name: "Sandbox",
  currency: settlement.currency,
  status: settlement.status,
  destination: settlement.destination,
  gross_amount: major(settlement.gross_amount),
  app_fee: major(settlement.app_fee),
  merchant_fee: 0,
  chargeback: major(settlement.chargeback),
  refund: major(settlement.refund),
  stampduty_charge: major(settlement.stampduty_charge),
  net_amount: major(settlement.net_amount),
  transaction_count: settlement.transactions.length,
  processed_date: settlement.created_at,
  created_at: settlement.created_at,
})

const isOwn = ({ subaccount }: FlutterwaveSettlement) => !subaccount

const sharedOf = ({ shares }: FlutterwaveTransaction) => sum(shares.map(({ amount }) => amount))

const shareOf = ({ shares }: FlutterwaveTransaction, code: string) =>
  shares.find(({ subaccount_id }) => subaccount_id === code)?.amount ?? 0

const settledRow = (transaction: FlutterwaveTransaction, code?: string) => ({
  id: transaction.id,
  tx_ref: transaction.tx_ref,
  flw_ref: `FLW-MOCK-${transaction.id}`,
  currency: transaction.currency,
  charged_amount: major(transaction.charged_amount),
  app_fee: major(feeKept(transaction)),
  merchant_fee: 0,
  settlement_amount: major(
    code ? shareOf(transaction, code) : transaction.amount_settled - sharedOf(transaction)
  ),
  subaccount_settlement: code ? 0 : major(sharedOf(transaction)),
  status: transaction.status,
})
