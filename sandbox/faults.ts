import { ApiError } from "./state"

/** Before or after a call of the API is committed, or never answered. */
const CALL_FAULTS = ["5xx_before_commit", "5xx_after_commit", "timeout", "429"] as const

/** The buyer pays another amount or currency. */
const PAYMENT_FAULTS = ["wrong_amount", "wrong_currency"] as const

/** A refund that was taken on cannot be made after all, or not before the buyer has named an account. */
const REFUND_FAULTS = ["fails", "needs_attention"] as const

/** A transfer that was taken on is not made, or never comes to an end; one that a person has to confirm. */
const TRANSFER_FAULTS = ["fails", "hangs"] as const
const OTP_FAULTS = ["asks"] as const

/** Of many transfers in one call the second half is not made, or made and not told; or a code is asked for, which refuses all. */
const BULK_FAULTS = ["partial", "silent", "otp_needed"] as const

/** Lost, sent twice, late, out of order. */
const WEBHOOK_FAULTS = ["drop", "duplicate", "delay", "reorder"] as const

export type FaultKind =
  | (typeof CALL_FAULTS)[number]
  | (typeof PAYMENT_FAULTS)[number]
  | (typeof REFUND_FAULTS)[number]
  | (typeof TRANSFER_FAULTS)[number]
  | (typeof OTP_FAULTS)[number]
  | (typeof BULK_FAULTS)[number]
  | (typeof WEBHOOK_FAULTS)[number]

export type Fault = {
  /** `POST /refund`, `GET /transaction/verify` (beginning of the call), `pay`, `refund`, `transfer`, `bulk`, `otp`, or `webhook`. */
  on: string
  kind: FaultKind
  /** How often it happens; once when absent. */
  times?: number
  /** Milliseconds of a delay, or after which a call that is never answered breaks off. */
  ms?: number
  /** Subunits of a wrong amount. */
  amount?: number
  currency?: string
}

const KINDS_ON: Record<string, readonly FaultKind[]> = {
  pay: PAYMENT_FAULTS,
  refund: REFUND_FAULTS,
  transfer: TRANSFER_FAULTS,
  otp: OTP_FAULTS,
  bulk: BULK_FAULTS,
  webhook: WEBHOOK_FAULTS,
}

/** The beginning of a path ends where a part of it does: `POST /transfer` is not `POST /transferrecipient`. */
const isAt = (event: string, on: string) => event === on || event.startsWith(`${on}/`)

/** The faults that are switched on; each is used up by as many events as it was set for. */
export class Faults {
  private active: (Fault & { left: number })[] = []

  /** @throws ApiError for a fault that could never happen: it would look switched on and do nothing */
  set(fault: Fault): void {
    const kinds = KINDS_ON[fault.on] ?? CALL_FAULTS
    if (!kinds.includes(fault.kind)) {
      throw new ApiError(400, "invalid_params", `On ${fault.on} there is no fault ${fault.kind}`)
    }
    this.active.push({ ...fault, left: fault.times ?? 1 })
  }

  take(event: string): Fault | null {
    const fault = this.active.find(({ on, left }) => left > 0 && isAt(event, on))
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
