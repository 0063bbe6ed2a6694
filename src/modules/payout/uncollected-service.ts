import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext } from "@medusajs/framework/utils"
import { MatchHoldService } from "./match-hold-service"
import { type UncollectedOrder, uncollectedOrders } from "./release-rows"

/** What buyers have, and nobody has collected their money for: its shops wait for it, too. */
export class UncollectedService extends MatchHoldService {
  @InjectManager()
  async uncollectedOrders(
    of: { delivered_before: Date; take: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<UncollectedOrder[]> {
    return uncollectedOrders(sharedContext, of)
  }
}
