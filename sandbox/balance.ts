import type { TransferData, TransferStatus } from "./transfer-data"

export type Balance = { currency: string; balance: number }

/** What of the sales was paid into the balance. */
export type SettledIn = { id: number; currency: string; effective_amount: number; settled_at: string }

type Movement = {
  id: number
  currency: string
  difference: number
  reason: string
  model_responsible: string
  model_row: number
  at: string
}

/** Money kept in: not with whom it was sent to and came back. */
const SPENT: TransferStatus[] = ["pending", "otp", "success"]

/** The balance that transfers draw on. Sales are not in it: they go to the merchant's bank. */
export class BalanceBook {
  constructor(
    private readonly data: TransferData,
    private readonly settled: SettledIn[]
  ) {}

  /** Added up without a list of movements: each transfer asks for it. */
  totals(): Balance[] {
    const balances = new Map([["NGN", 0]])
    const add = (currency: string, amount: number) =>
      balances.set(currency, (balances.get(currency) ?? 0) + amount)
    for (const { currency, amount } of this.data.top_ups) {
      add(currency, amount)
    }
    for (const { currency, effective_amount } of this.settled) {
      add(currency, effective_amount)
    }
    for (const { currency, amount, status, reversed_at } of this.data.transfers) {
      add(currency, SPENT.includes(status) && !reversed_at ? -amount : 0)
    }

    return [...balances].map(([currency, balance]) => ({ currency, balance }))
  }

  /** Everything that came into the balance and left it, as `GET /balance/ledger` tells it, the oldest first. */
  rows(): Record<string, unknown>[] {
    const balances = new Map<string, number>()

    return this.movements()
      .toSorted((a, b) => (a.at === b.at ? a.id - b.id : a.at < b.at ? -1 : 1))
      .map(({ at, ...movement }) => {
        const balance = (balances.get(movement.currency) ?? 0) + movement.difference
        balances.set(movement.currency, balance)

        return { integration: 100_001, domain: "test", ...movement, balance, createdAt: at, updatedAt: at }
      })
  }

  private movements(): Movement[] {
    const { top_ups, transfers } = this.data
    const moved = (
      model: string,
      id: number,
      of: Omit<Movement, "id" | "model_responsible" | "model_row">
    ) => ({
      ...of,
      id: id * 2,
      model_responsible: model,
      model_row: id,
    })
    const spent = transfers.filter(({ status, reversed_at }) => SPENT.includes(status) || reversed_at)
    const returned = transfers.filter(({ reversed_at }) => reversed_at)

    return [
      ...top_ups.map(({ id, currency, amount, created_at }) =>
        moved("TopUp", id, { currency, difference: amount, reason: "Balance top-up", at: created_at })
      ),
      ...this.settled.map(({ id, currency, effective_amount, settled_at }) =>
        moved("Settlement", id, {
          currency,
          difference: effective_amount,
          reason: "Settlement",
          at: settled_at,
        })
      ),
      ...spent.map(({ id, currency, amount, reference, created_at }) =>
        moved("Transfer", id, { currency, difference: -amount, reason: reference, at: created_at })
      ),
      ...returned.map(({ id, currency, amount, reference, reversed_at = "" }) => ({
        ...moved("Transfer", id, { currency, difference: amount, reason: reference, at: reversed_at }),
        id: id * 2 + 1,
      })),
    ]
  }
}
