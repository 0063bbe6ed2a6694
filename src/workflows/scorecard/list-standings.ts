import type { MedusaContainer } from "@medusajs/framework/types"
import { SCORECARD_MODULE } from "../../modules/scorecard"
import type { State } from "../../modules/scorecard/domain/metric"
import type ScorecardModuleService from "../../modules/scorecard/service"
import type { MetricStanding } from "../../modules/scorecard/types"

export type ShopOverLine = {
  id: string
  name: string
  handle: string
  status: string
  state: State
  computed_at: Date
  metrics: MetricStanding[]
}

/** Shops at a line or over it, as the last run has found them. */
export async function listStandings(
  container: MedusaContainer,
  { state, limit, offset }: { state: State[]; limit: number; offset: number }
): Promise<{ vendors: ShopOverLine[]; count: number; offset: number; limit: number }> {
  const { shops, count } = await container
    .resolve<ScorecardModuleService>(SCORECARD_MODULE)
    .pageOfStandings(state, { take: limit, skip: offset })

  return { vendors: shops.map(({ vendor_id: id, ...shop }) => ({ id, ...shop })), count, offset, limit }
}
