import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext } from "@medusajs/framework/utils"
import type { TrackRecord } from "./domain/proven"
import * as rows from "./shipped-rows"
import type { ShippedOrder } from "./types"
import { UncollectedService } from "./uncollected-service"

/** What proven vendors are paid for before it is delivered. */
export class ShippedService extends UncollectedService {
  @InjectManager()
  async shippedAfter(
    input: { shipped_before: Date; after: string; take: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ShippedOrder[]> {
    return rows.shippedAfter(sharedContext, input)
  }

  /** What the orders that each of the vendors was given since then have come to; none for a vendor without one. */
  @InjectManager()
  async trackRecords(
    of: { vendor_ids: string[]; since: Date },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Map<string, Omit<TrackRecord, "verified_at">>> {
    return rows.trackRecords(sharedContext, of)
  }
}
