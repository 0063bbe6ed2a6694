import type { Context } from "@medusajs/framework/types"
import { GatewayRefusedError, GatewayUnavailableError } from "../../lib/gateway"
import type {
  AbstractPayoutRail,
  PayoutDestination,
  Transfer,
  TransferInput,
  TransferOutcome,
} from "../../lib/payout-rail"
import { sentOf } from "./domain/fee"
import { type FirstPayoutRules, isBeyondFirst, NEVER_PAID } from "./domain/first-payouts"
import { outcomeOf } from "./domain/outcome"
import { canMove, type PayoutState } from "./domain/state"
import { paidBefore, paidKey } from "./first-payout-rows"
import type { PayoutSettings } from "./loaders/rails"
import * as rows from "./payout-rows"
import type { BookedPayout, OpenedPayout, OpenPayoutInput, PayoutBooks, PayoutRecord, Settled } from "./types"

export type FlowTools = {
  in_transaction: <T>(work: (context: Context) => Promise<T>) => Promise<T>
  rail_of: (name: string) => AbstractPayoutRail
  is_set_up: (name: string) => boolean
  settings: PayoutSettings
}

export type Sending = { payout: PayoutRecord; destination: PayoutDestination }

/** What the answer to many leaves out. */
const LOST = new GatewayUnavailableError("The rail did not say what became of it among others.")

/** Stands for what was not posted, because somebody else has it by now. */
const NOT_OURS = "not_ours"

/** Rolls the payout's row back with everything else. */
class NotThereError extends Error {}

type Movement = Parameters<PayoutBooks["post"]>[0]

const MOVEMENTS: Partial<Record<PayoutState, Movement>> = {
  paid: "paid",
  failed: "failed",
  rejected: "failed",
  returned: "returned",
}

/** Pays once: row and hold first, then the rail, then what it said. A rail is never called inside a transaction. */
export class PayoutFlow {
  constructor(private readonly tools: FlowTools) {}

  async open(input: OpenPayoutInput, books: PayoutBooks): Promise<OpenedPayout> {
    try {
      return await this.tools.in_transaction(async (context) => {
        const payout = await rows.insertPayout(context, input)
        if (!payout) {
          return { do: "known" as const }
        }
        if (!(await books.hold(this.booked(payout, new Date()), context))) {
          throw new NotThereError()
        }

        return { do: "opened" as const, payout: await this.limited(context, payout, input.first_rules) }
      })
    } catch (error) {
      if (error instanceof NotThereError) {
        return { do: "short" }
      }
      throw error
    }
  }

  /**
   * The hold takes a vendor's payouts one after the other, so here each sees all before it: two that were decided upon at the same
   * moment are not both within what the first payouts may be.
   */
  private async limited(
    context: Context,
    payout: PayoutRecord,
    rules: FirstPayoutRules
  ): Promise<PayoutRecord> {
    const { amount_minor, currency_code, vendor_id } = payout
    if (payout.state !== "ready" || rules.payout_first_most[currency_code] === undefined) {
      return payout
    }
    const known = (await paidBefore(context, [vendor_id])).get(paidKey(payout)) ?? NEVER_PAID
    const before = { ...known, sum_minor: known.sum_minor - amount_minor }

    if (!isBeyondFirst({ amount_minor, currency_code, before, now: new Date() }, rules)) {
      return payout
    }
    await rows.savePayout(context, payout.id, { state: "awaiting_approval" })

    return { ...payout, state: "awaiting_approval" }
  }

  /** Posts a payout that the caller has claimed, and books what the rail answers. */
  async send(payout: PayoutRecord, destination: PayoutDestination, books: PayoutBooks): Promise<Settled> {
    const outcome = await posted(this.tools.rail_of(payout.rail), inputOf({ payout, destination }))

    return this.absorb(payout, outcome, books)
  }

  /**
   * The same of many on one rail and in one currency. Each is booked for itself: what fails with one is nothing to the others,
   * and stands in its place; null for one whose claim was lost before it was posted.
   */
  async sendMany(sendings: Sending[], books: PayoutBooks): Promise<(Settled | Error | null)[]> {
    const outcomes = await this.postMany(sendings)
    const done: (Settled | Error | null)[] = []
    for (const { payout } of sendings) {
      const outcome = outcomes.get(payout.reference) ?? LOST
      done.push(outcome === NOT_OURS ? null : await this.absorb(payout, outcome, books).catch(asError))
    }

    return done
  }

  /** None was sent when the rail refuses them together: then it says of each by itself what it is that it refuses. */
  private async postMany(sendings: Sending[]): Promise<Map<string, TransferOutcome | typeof NOT_OURS>> {
    const rail = this.tools.rail_of(sendings[0]?.payout.rail ?? "")
    const inputs = sendings.map(inputOf)
    try {
      return (await rail.sendMany?.(inputs)) ?? (await this.oneByOne(rail, sendings))
    } catch (error) {
      if (error instanceof GatewayRefusedError) {
        return this.oneByOne(rail, sendings)
      }
      if (error instanceof GatewayUnavailableError) {
        return new Map(inputs.map(({ reference }) => [reference, error]))
      }
      throw error
    }
  }

  /**
   * The call for all, and each that came before, may have taken so long that a payout was looked up, not found and let go: to be
   * rejected, or sent by another run.
   */
  private async oneByOne(
    rail: AbstractPayoutRail,
    sendings: Sending[]
  ): Promise<Map<string, TransferOutcome | typeof NOT_OURS>> {
    const outcomes = new Map<string, TransferOutcome | typeof NOT_OURS>()
    for (const sending of sendings) {
      const { payout } = sending
      const isOurs = await this.tools.in_transaction((context) =>
        rows.renewClaim(context, payout, new Date())
      )
      outcomes.set(payout.reference, isOurs ? await posted(rail, inputOf(sending)) : NOT_OURS)
    }

    return outcomes
  }

  private absorb(payout: PayoutRecord, outcome: TransferOutcome, books: PayoutBooks): Promise<Settled> {
    if (outcome instanceof GatewayRefusedError) {
      return this.close(payout.id, { to: "failed", reason: outcome.message }, books)
    }
    if (outcome instanceof GatewayUnavailableError) {
      const to = outcome.effect === "none" ? "ready" : "unknown"

      return this.close(payout.id, { to, last_error: outcome.message }, books)
    }

    return this.settle(payout.id, outcome, books)
  }

  /** Asks the rail about a payout; posts nothing. @throws GatewayUnavailableError */
  async check(payout: PayoutRecord, books: PayoutBooks): Promise<Settled> {
    return this.settle(payout.id, await this.tools.rail_of(payout.rail).find(payout), books)
  }

  /** Closes a payout by a decision of a person or an answer of the rail; nothing is done if it has moved on meanwhile. */
  close(id: string, change: { to: PayoutState } & rows.PayoutChange, books: PayoutBooks): Promise<Settled> {
    return this.tools.in_transaction(async (context) => {
      const payout = await this.locked(context, id)
      if (!canMove(payout.state, change.to)) {
        return { payout, from: payout.state, contradiction: null }
      }

      return this.move(context, { payout, ...change }, books)
    })
  }

  private settle(id: string, transfer: Transfer, books: PayoutBooks): Promise<Settled> {
    return this.tools.in_transaction(async (context) => {
      // As it is now: another delivery of the same word may have been first.
      const payout = await this.locked(context, id)
      const now = new Date()
      const sent = { ...payout, amount_minor: sentOf(payout) }
      const outcome = outcomeOf(sent, transfer, { now, settle_seconds: this.tools.settings.settle_seconds })
      if (outcome.do === "move") {
        const { to, reason } = outcome

        return this.move(context, { payout, to, reason, rail_id: transfer.rail_id ?? undefined }, books)
      }
      const contradiction = outcome.do === "contradiction" ? outcome.why : null
      if (contradiction) {
        await rows.savePayout(context, id, { last_error: contradiction })
      }

      return { payout, from: payout.state, contradiction }
    })
  }

  private async move(
    context: Context,
    { payout, to, ...change }: { payout: PayoutRecord; to: PayoutState } & rows.PayoutChange,
    books: PayoutBooks
  ): Promise<Settled> {
    const now = new Date()
    const paid_at = to === "paid" ? now : undefined
    await rows.movePayout(context, payout, to, { ...change, paid_at, checked_at: now })
    const movement = MOVEMENTS[to]
    if (movement) {
      await books.post(movement, this.booked(payout, now, movement), context)
    }

    return { payout: { ...payout, state: to }, from: payout.state, contradiction: null }
  }

  private async locked(context: Context, id: string): Promise<PayoutRecord> {
    const payout = await rows.lockPayout(context, id)
    if (!payout) {
      throw new RangeError(`Payout ${id} does not exist`)
    }

    return payout
  }

  private booked(payout: PayoutRecord, occurred_at: Date, movement?: Movement): BookedPayout {
    const { id: payout_id, vendor_id, currency_code, amount_minor, fee_minor, rail } = payout

    // What never left is the vendor's again, wherever it would have left from: that rail may be gone.
    const isGone = movement === "failed" && !this.tools.is_set_up(rail)

    return {
      payout_id,
      vendor_id,
      currency_code,
      amount_minor,
      fee_minor,
      rail,
      is_bank: !isGone && this.tools.rail_of(rail).pays_from_bank,
      occurred_at,
    }
  }
}

const inputOf = ({ payout, destination }: Sending): TransferInput => ({
  reference: payout.reference,
  amount_minor: sentOf(payout),
  currency_code: payout.currency_code,
  destination,
  reason: "Payout of your sales",
})

async function posted(rail: AbstractPayoutRail, input: TransferInput): Promise<TransferOutcome> {
  try {
    return await rail.send(input)
  } catch (error) {
    if (error instanceof GatewayRefusedError || error instanceof GatewayUnavailableError) {
      return error
    }
    throw error
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))
