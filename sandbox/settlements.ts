import type { SandboxDispute } from "./dispute-data"
import type { SandboxSettlement, SettlementControl, SettlementSchedule, Settling } from "./settlement-data"
import { ApiError, type SandboxRefund, type SandboxTransaction } from "./state"
import { transactionDetails } from "./views"

type Surroundings = {
  data: () => SandboxSettlement[]
  save: () => void
  next_id: () => number
  transactions: () => readonly SandboxTransaction[]
  refunds: () => readonly SandboxRefund[]
  disputes: () => readonly SandboxDispute[]
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
    const covered = new Set(this.list.flatMap(({ transactions }) => transactions))
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
    const effective_amount = total_processed - total_fees - deductions
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
    return this.list.filter(({ destination, status }) => destination === "balance" && status === "success")
  }

  private find(id: number): SandboxSettlement {
    const settlement = this.list.find((known) => known.id === id)
    if (!settlement) {
      throw new ApiError(404, "not_found", "Settlement not found")
    }

    return settlement
  }
}

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
  subaccount: null,
  destination: settlement.destination,
  createdAt: settlement.settled_at,
  updatedAt: settlement.settled_at,
})

export const settlementControl = (settlements: () => Settlements): SettlementControl => ({
  settlements: () => settlements().list,
  settleNow: (settling) => settlements().settle(settling),
  finishSettlement: (id) => settlements().finish(id),
  settleByNight: (schedule, now) => {
    settlements().schedule = schedule
    settlements().night(new Date(now))
  },
})
