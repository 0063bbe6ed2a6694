import type { MedusaContainer } from "@medusajs/framework/types"
import { toMajorUnits } from "../../lib/money"
import { COMMISSION_MODULE } from "../../modules/commission"
import { explainRule } from "../../modules/commission/domain/explain"
import type CommissionModuleService from "../../modules/commission/service"
import type { RuleFilters, RulePaging, RuleVersion } from "../../modules/commission/types"

/** A rule as staff see it; amounts are decimal strings in major units. */
export function ruleView(rule: RuleVersion) {
  const { is_understood, amounts, ...own } = rule

  return {
    id: own.id,
    series_id: own.series_id,
    version: own.version,
    name: own.name,
    priority: own.priority,
    conditions: own.conditions,
    applies_to: own.applies_to,
    rate_bps: own.rate_bps,
    counted_by: own.counted_by,
    amounts: is_understood ? amountsView(rule) : [],
    starts_at: own.starts_at,
    ends_at: own.ends_at,
    valid_from: own.valid_from,
    ended_at: own.ended_at,
    is_understood,
    /** A rule without amounts reads the same in all currencies. */
    explanations: is_understood
      ? [...Object.keys(amounts), ...(Object.keys(amounts).length ? [] : [""])].map((currency_code) => ({
          currency_code: currency_code || null,
          text: explainRule(rule, currency_code),
        }))
      : [],
  }
}

const amountsView = ({ amounts }: RuleVersion) =>
  Object.entries(amounts).map(([currency_code, { fixed_minor, floor_minor, cap_minor }]) => {
    const major = (minor: string | undefined) =>
      minor === undefined ? null : toMajorUnits(BigInt(minor), currency_code)

    return { currency_code, fixed: major(fixed_minor), floor: major(floor_minor), cap: major(cap_minor) }
  })

export async function listCommissionRules(
  container: MedusaContainer,
  filters: RuleFilters,
  page: RulePaging
) {
  const { rules, count } = await container
    .resolve<CommissionModuleService>(COMMISSION_MODULE)
    .listRules(filters, page)

  return { commission_rules: rules.map(ruleView), count, offset: page.skip, limit: page.take }
}

/** One version of a rule, with all versions that the rule ever had. */
export async function retrieveCommissionRule(container: MedusaContainer, id: string) {
  const versions = await container.resolve<CommissionModuleService>(COMMISSION_MODULE).versionsOf(id)
  const [version] = versions.filter((it) => it.id === id)

  return { ...(version && ruleView(version)), versions: versions.map(ruleView) }
}
