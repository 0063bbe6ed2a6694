import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notFound } from "../../lib/errors"
import type { Settings } from "../../modules/access/domain/settings"
import { SCORECARD_MODULE } from "../../modules/scorecard"
import { JUDGES } from "../../modules/scorecard/domain/judge"
import { type Cause, isMetric } from "../../modules/scorecard/domain/metric"
import type ScorecardModuleService from "../../modules/scorecard/service"
import { linesOf } from "./lines"
import { ruleOfShop } from "./rule-of-shop"

export type BehindQuery = { cause?: Cause[]; limit: number; offset: number }

type Asked = { vendor_id: string; metric: string; settings: Settings; query: BehindQuery; now: Date }

/** An order with which something went wrong. */
export type OrderBehind = {
  id: string
  display_number: string
  status: string
  placed_at: Date
  /** What went wrong, as `return:wrong_item`, `canceled_by_shop`, `shipped_late`, `no_tracking`. */
  fact: string
  /** By whom; the shop's own alone counts. */
  cause: Cause
  is_counted: boolean
  /** By when it should have been done. */
  due_at: Date | null
}

export type OrdersBehind<Order> = { orders: Order[]; count: number; offset: number; limit: number }

/** The orders of a shop behind a figure. @throws not found for what is no metric, or of a shop that does not exist */
export async function listBehind(
  container: MedusaContainer,
  asked: Asked
): Promise<OrdersBehind<OrderBehind>> {
  const { orders, ...page } = await listBehindForStaff(container, asked)

  // The order as a whole is not the shop's.
  return { orders: orders.map(({ order_id: _, ...order }) => order), ...page }
}

/** The same with the commercial order that it is a part of. */
export async function listBehindForStaff(
  container: MedusaContainer,
  { vendor_id, metric, settings, query, now }: Asked
): Promise<OrdersBehind<OrderBehind & { order_id: string }>> {
  if (!isMetric(metric)) {
    throw notFound(ErrorCode.SCORECARD_METRIC_NOT_FOUND, "There are no orders behind a figure of that name.")
  }
  const rule = await ruleOfShop(container, vendor_id, settings)
  const { window_days: days } = linesOf(settings)[metric]
  const suspicious = await container
    .resolve<ScorecardModuleService>(SCORECARD_MODULE)
    .suspiciousOrders(metric, { vendor_id, days, rule, now })
  const behind = suspicious.flatMap(({ facts, ...order }) => {
    const { cause, fact, due_at } = JUDGES[metric](facts, { rule, now })

    return cause && fact && (!query.cause || query.cause.includes(cause))
      ? [{ ...order, fact, cause, is_counted: cause === "vendor", due_at }]
      : []
  })
  const { limit, offset } = query

  return { orders: behind.slice(offset, offset + limit), count: behind.length, offset, limit }
}
