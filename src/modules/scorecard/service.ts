import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import type { Counted } from "./domain/figure"
import type { Metric, State } from "./domain/metric"
import { countedFacts, suspiciousOrders } from "./fact-rows"
import { Scorecard } from "./models/scorecard"
import { keepStanding, pageOfStandings, shopsToScore, standingOf } from "./standing-rows"
import type { FactsQuery, OrderWithFacts, ShopStanding, ShopToScore, Standing } from "./types"

/** How shops do. What is counted, and by whom it came about, is decided in `domain/`; this reads what is known of orders. */
class ScorecardModuleService extends MedusaService({ Scorecard }) {
  /** The shop's orders of a window, those of which the same is known together. */
  @InjectManager()
  async countedFacts(query: FactsQuery, @MedusaContext() sharedContext: Context = {}): Promise<Counted[]> {
    return countedFacts(sharedContext, query)
  }

  /** Those with which something may have gone wrong, the newest first. */
  @InjectManager()
  async suspiciousOrders(
    metric: Metric,
    query: FactsQuery,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<OrderWithFacts[]> {
    return suspiciousOrders(sharedContext, metric, query)
  }

  @InjectManager()
  async keepStanding(standing: Standing, @MedusaContext() sharedContext: Context = {}): Promise<void> {
    await keepStanding(sharedContext, standing)
  }

  /** Where the shop stood when it was last looked at; null for one that never was. */
  @InjectManager()
  async standingOf(vendorId: string, @MedusaContext() sharedContext: Context = {}): Promise<Standing | null> {
    return standingOf(sharedContext, vendorId)
  }

  /** A page of the shops that stand at one of the states: for staff. */
  @InjectManager()
  async pageOfStandings(
    states: State[],
    page: { take: number; skip: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ shops: ShopStanding[]; count: number }> {
    return pageOfStandings(sharedContext, states, page)
  }

  @InjectManager()
  async shopsToScore(
    page: { since: Date; after: string; take: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<ShopToScore[]> {
    return shopsToScore(sharedContext, page)
  }
}

export default ScorecardModuleService
