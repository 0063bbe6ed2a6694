import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext } from "@medusajs/framework/utils"
import * as rows from "./not-taken-rows"
import { ShippedService } from "./shipped-service"
import type { NotTaken } from "./types"

/** What could be sent, and still is not. */
export class NotTakenService extends ShippedService {
  @InjectManager()
  async notTaken(
    of: { ids: string[]; ready_before: Date },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<NotTaken[]> {
    return rows.notTaken(sharedContext, of)
  }

  /** Nothing is noted of a payout that has moved on. */
  @InjectManager()
  async noteNotSent(id: string, reason: string, @MedusaContext() sharedContext: Context = {}): Promise<void> {
    await rows.noteNotSent(sharedContext, id, reason)
  }
}
