/**
 * What can be made to go wrong. On calls of the API: before or after the action is committed, or never answered.
 * On payments: the buyer pays another amount or currency. On webhooks: lost, sent twice, late, out of order.
 */
export const FAULT_KINDS = [
  "5xx_before_commit",
  "5xx_after_commit",
  "timeout",
  "429",
  "wrong_amount",
  "wrong_currency",
  "drop",
  "duplicate",
  "delay",
  "reorder",
] as const

export type FaultKind = (typeof FAULT_KINDS)[number]

export type Fault = {
  /** `POST /refund`, `GET /transaction/verify` (beginning of the call), `pay`, or `webhook`. */
  on: string
  kind: FaultKind
  /** How often it happens; once when absent. */
  times?: number
  /** Milliseconds of a delay. */
  ms?: number
  /** Subunits of a wrong amount. */
  amount?: number
  currency?: string
}

/** The faults that are switched on; each is used up by as many events as it was set for. */
export class Faults {
  private active: (Fault & { left: number })[] = []

  set(fault: Fault): void {
    this.active.push({ ...fault, left: fault.times ?? 1 })
  }

  take(event: string): Fault | null {
    const fault = this.active.find(({ on, left }) => left > 0 && event.startsWith(on))
    if (!fault) {
      return null
    }
    fault.left -= 1
    this.active = this.active.filter(({ left }) => left > 0)

    return fault
  }

  clear(): void {
    this.active = []
  }
}
