import type { SandboxDispute } from "./dispute-data"
import type { SandboxSettlement, SettlementControl, SettlementSchedule, Settling } from "./settlement-data"
import { ApiError, type SandboxRefund, type SandboxTransaction } from "./state"
import type { SandboxSubaccount } from "./subaccount-data"
import { transactionDetails } from "./views"

type Surroundings = {
  data: () => SandboxSettlement[]
  save: () => void
  next_id: () => number
  transactions: () => readonly SandboxTransaction[]
  refunds: () => readonly SandboxRefund[]
  disputes: () => readonly SandboxDispute[]
  subaccounts: () => readonly SandboxSubaccount[]
}

const MONDAY = 1

/** Pays what was collected to the merchant's bank, where it is no longer the gateway's to give. */
export class Settlements {
  schedule: SettlementSchedule = "auto"

  constructor(private readonly around: Surroundings) {}

  get list(): readonly SandboxSettlement[] {
    return this.around.data()
  }

  /** Pays out now what is paid and in no settlement yet; null when what is owed to buyers is as much. */
  settle(settling: Settling = {}, before = new Date()): SandboxSettlement | null {
    const { currency = "NGN", stamp_duty = 0, leave_out = [] } = settling
    const covered = new Set(this.list.filter(isOwn).flatMap(({ transactions }) => transactions))
    const deducted = new Set(this.list.flatMap((settlement) => settlement.deducted))
    const own = this.around
      .transactions()
      .filter((transaction) => transaction.status === "success" && transaction.currency === currency)
      .filter(({ id, reference }) => !covered.has(id) && !leave_out.includes(reference))
      .filter(({ paid_at }) => (paid_at ?? "") <= before.toISOString())
    const taken = [
      ...this.around.refunds().filter(({ status }) => status !== "failed"),
      ...this.around.disputes().filter(({ resolution }) => resolution && resolution !== "declined"),
    ].filter((back) => back.currency === currency && !deducted.has(back.id))
    const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
    const total_processed = sum(own.map(({ amount }) => amount))
    const total_fees = sum(own.map(({ fees }) => fees ?? 0))
    const deductions = sum(taken.map(({ amount }) => amount)) + stamp_duty
    const shared = sum(own.flatMap(sharesOf).map(({ share }) => share))
    const effective_amount = total_processed - total_fees - deductions - shared
    if (!own.length || effective_amount <= 0) {
      return null
    }
    const settlement: SandboxSettlement = {
      id: this.around.next_id(),
      currency,
      status: settling.status ?? "success",
      destination: settling.destination ?? "bank",
      total_processed,
      total_fees,
      deductions,
      effective_amount,
      transactions: own.map(({ id }) => id),
      deducted: taken.map(({ id }) => id),
      settled_at: new Date().toISOString(),
    }
    this.around.data().push(settlement)
    this.around.save()
    for (const { subaccount_code, settlement_schedule } of this.around.subaccounts()) {
      if (settlement_schedule === "auto") {
        this.settleSubaccount(subaccount_code)
      }
    }

    return settlement
  }

  /** Pays a vendor its shares of what is settled, as a settlement of its own. */
  settleSubaccount(code: string): SandboxSettlement | null {
    const paid = new Set(
      this.list.filter(({ subaccount }) => subaccount === code).flatMap(({ transactions }) => transactions)
    )
    const settled = new Set(this.list.filter(isOwn).flatMap(({ transactions }) => transactions))
    const shareIn = (transaction: SandboxTransaction) =>
      sharesOf(transaction).find(({ subaccount }) => subaccount === code)?.share ?? 0
    const own = this.around
      .transactions()
      .filter((transaction) => settled.has(transaction.id) && !paid.has(transaction.id))
      .filter((transaction) => shareIn(transaction) > 0)
    if (!own.length) {
      return null
    }
    const effective_amount = own.reduce((sum, transaction) => sum + shareIn(transaction), 0)
    const settlement: SandboxSettlement = {
      id: this.around.next_id(),
      currency: own[0]?.currency ?? "NGN",
      status: "success",
      destination: "bank",
      total_processed: effective_amount,
      total_fees: 0,
      deductions: 0,
      effective_amount,
      transactions: own.map(({ id }) => id),
      deducted: [],
      settled_at: new Date().toISOString(),
      subaccount: code,
    }
    this.around.data().push(settlement)
    this.around.save()

    return settlement
  }

  /** What a night does: on `auto` the sales of the days before, on `weekly` the same on Mondays, on `manual` nothing. */
  night(now: Date): void {
    const isDue = this.schedule === "auto" || (this.schedule === "weekly" && now.getUTCDay() === MONDAY)
    if (isDue) {
      const currencies = new Set(this.around.transactions().map(({ currency }) => currency))
      const midnight = new Date(now.toISOString().slice(0, 10))
      for (const currency of currencies) {
        this.settle({ currency }, midnight)
      }
    }
    for (const { subaccount_code, settlement_schedule } of this.around.subaccounts()) {
      if (settlement_schedule === "weekly" && now.getUTCDay() === MONDAY) {
        this.settleSubaccount(subaccount_code)
      }
    }
  }

  finish(id: number): void {
    this.find(id).status = "success"
    this.around.save()
  }

  rows() {
    return this.list.map(details)
  }

  transactionsOf(id: number) {
    const { transactions } = this.find(id)

    return this.around
      .transactions()
      .filter((transaction) => transactions.includes(transaction.id))
      .map((transaction) => ({ ...transactionDetails(transaction), plan: {} }))
  }

  /** What was paid into the balance that transfers draw on. */
  kept(): SandboxSettlement[] {
    return this.list
      .filter(isOwn)
      .filter(({ destination, status }) => destination === "balance" && status === "success")
  }

  private find(id: number): SandboxSettlement {
    const settlement = this.list.find((known) => known.id === id)
    if (!settlement) {
      throw new ApiError(404, "not_found", "Settlement not found")
    }

    return settlement
  }
}

const isOwn = ({ subaccount }: SandboxSettlement) => !subaccount

const sharesOf = ({ split }: SandboxTransaction) => split?.subaccounts ?? []

const details = (settlement: SandboxSettlement) => ({
  id: settlement.id,
  integration: 100_001,
  domain: "test",
  status: settlement.status,
  currency: settlement.currency,
  settled_by: null,
  settlement_date: settlement.settled_at,
  total_processed: settlement.total_processed,
  total_fees: settlement.total_fees,
  total_amount: settlement.total_processed - settlement.total_fees,
  deductions: settlement.deductions,
  effective_amount: settlement.effective_amount,
  subaccount: settlement.subaccount ? { subaccount_code: settlement.subaccount } : null,
  destination: settlement.destination,
  createdAt: settlement.settled_at,
  updatedAt: settlement.settled_at,
})

export const settlementControl = (settlements: () => Settlements): SettlementControl => ({
  settlements: () => settlements().list,
  settleNow: (settling) => settlements().settle(settling),
  finishSettlement: (id) => settlements().finish(id),
  settleSubaccount: (code) => settlements().settleSubaccount(code),
  settleByNight: (schedule, now) => {
    settlements().schedule = schedule
    settlements().night(new Date(now))
  },
})
