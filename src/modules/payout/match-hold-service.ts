import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import type { MatchKind } from "./domain/match"
import * as rows from "./match-hold-rows"
import { Payout } from "./models/payout"
import { PayoutMatchHold } from "./models/payout-match-hold"
import { type PayoutStanding, standingOf } from "./standing-rows"
import type { HeldOrder } from "./types"

/** Money that waits for staff, because its buyer and its shop are alike. */
export class MatchHoldService extends MedusaService({ Payout, PayoutMatchHold }) {
  /** False when it is held, was reviewed, or is released already. */
  @InjectManager()
  async holdMatch(
    order: HeldOrder,
    kinds: MatchKind[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    return rows.insertHold(sharedContext, order, kinds)
  }

  /** False when nothing is held that could be decided so. */
  @InjectManager()
  async decideMatchHold(
    decision: { vendor_order_id: string; to: "released" | "kept"; by: string; reason: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    return rows.decideHold(sharedContext, decision, new Date())
  }

  /** What there is to be known of a vendor before it is paid; null for one that is gone. */
  @InjectManager()
  async standingOf(
    vendorId: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PayoutStanding | null> {
    return standingOf(sharedContext, vendorId)
  }

  /** Which of the vendor orders staff have let go. */
  @InjectManager()
  async clearedMatches(
    vendorOrderIds: string[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Set<string>> {
    return rows.clearedOf(sharedContext, vendorOrderIds)
  }

  /** In which currencies money of each of the vendors is held, as `vendor:currency`. */
  @InjectManager()
  async heldMatches(vendorIds: string[], @MedusaContext() sharedContext: Context = {}): Promise<Set<string>> {
    return rows.heldOf(sharedContext, vendorIds)
  }
}
