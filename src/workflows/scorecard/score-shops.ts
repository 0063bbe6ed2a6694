import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ACCESS_MODULE } from "../../modules/access"
import type { Settings } from "../../modules/access/domain/settings"
import type AccessModuleService from "../../modules/access/service"
import { SCORECARD_MODULE } from "../../modules/scorecard"
import { worstOf } from "../../modules/scorecard/domain/metric"
import type ScorecardModuleService from "../../modules/scorecard/service"
import type { ShopToScore } from "../../modules/scorecard/types"
import { linesOf, longestWindow } from "./lines"
import { measureShop } from "./read-scorecard"
import { ruleFrom } from "./rule-of-shop"

const PAGE = 200
const DAY_MS = 86_400_000

export type ScoreRun = { scored: number; over: number; failed: number }

/** Looks at every shop that was given orders of late, and keeps where it stands. Safe to run twice: the later one stays. */
export async function scoreShops(container: MedusaContainer, now: Date): Promise<ScoreRun> {
  const service = container.resolve<ScorecardModuleService>(SCORECARD_MODULE)
  const settings = await container.resolve<AccessModuleService>(ACCESS_MODULE).readSettings()
  const since = new Date(now.getTime() - longestWindow(linesOf(settings)) * DAY_MS)
  const done: ScoreRun = { scored: 0, over: 0, failed: 0 }
  let after = ""
  for (;;) {
    const shops = await service.shopsToScore({ since, after, take: PAGE })
    for (const shop of shops) {
      await scoreShop(container, { shop, settings, now }, done)
    }
    const last = shops.at(-1)
    if (!last) {
      return done
    }
    after = last.vendor_id
  }
}

/** One that does not work out must not stop the others; it is looked at again the next time. */
async function scoreShop(
  container: MedusaContainer,
  {
    shop: { vendor_id, settings: stored },
    settings,
    now,
  }: { shop: ShopToScore; settings: Settings; now: Date },
  done: ScoreRun
): Promise<void> {
  try {
    const rule = ruleFrom(stored, settings)
    const measured = await measureShop(container, { vendor_id, settings, rule, now })
    const metrics = measured.map(({ metric, figure: { state, value_bps, numerator, denominator } }) => ({
      metric,
      state,
      value_bps,
      numerator,
      denominator,
    }))
    const state = worstOf(metrics.map((one) => one.state))
    await container
      .resolve<ScorecardModuleService>(SCORECARD_MODULE)
      .keepStanding({ vendor_id, state, metrics, computed_at: now })
    done.scored += 1
    done.over += state === "warn" || state === "limit" ? 1 : 0
  } catch (error) {
    done.failed += 1
    const why = error instanceof Error ? error.message : String(error)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`The scorecard of ${vendor_id} could not be worked out: ${why}`)
  }
}
