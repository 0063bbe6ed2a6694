import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notAllowed } from "../../lib/errors"
import { COMMISSION_MODULE } from "../../modules/commission"
import type { CommissionTerms } from "../../modules/commission/domain/rule"
import type CommissionModuleService from "../../modules/commission/service"
import type { RuleVersion } from "../../modules/commission/types"

/** The version that is to be changed or ended. @throws not found, or not allowed when it holds no more */
export async function ruleInForce(container: MedusaContainer, id: string): Promise<RuleVersion> {
  const versions = await container.resolve<CommissionModuleService>(COMMISSION_MODULE).versionsOf(id)
  const version = versions.find((it) => it.id === id)
  if (!version || version.ended_at) {
    throw notAllowed(ErrorCode.COMMISSION_RULE_ENDED, `The commission rule ${id} has ended.`)
  }

  return version
}

/** What a rule becomes by a change that names some of its terms. */
export function changedTerms(version: RuleVersion, patch: Partial<CommissionTerms>): CommissionTerms {
  const { name, priority, conditions, applies_to, rate_bps, counted_by, amounts, starts_at, ends_at } =
    version
  const terms = { name, priority, conditions, applies_to, rate_bps, counted_by, amounts, starts_at, ends_at }

  return { ...terms, ...patch }
}
