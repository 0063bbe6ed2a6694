import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { ErrorCode, notAllowed, notFound } from "../../lib/errors"
import type { CommissionTerms } from "./domain/rule"
import { CommissionRule } from "./models/commission-rule"
import * as rules from "./rule-rows"
import { readSaleFacts } from "./sale-facts"
import type { RuleFilters, RulePaging, RuleVersion, SaleFacts, SaleFactsInput } from "./types"

const basisPoints = z.number().int().min(0).max(10_000).default(0)

const CommissionSettings = z.object({ tax_rate_bps: basisPoints, withholding_rate_bps: basisPoints })

class CommissionModuleService extends MedusaService({ CommissionRule }) {
  /** Tax on the commission, and what shops withhold of it, in basis points of the commission. */
  readonly taxes: { tax_bps: number; withholding_bps: number }

  constructor(container: Record<string, unknown>, options?: unknown) {
    super(container)
    const { tax_rate_bps, withholding_rate_bps } = CommissionSettings.parse(options ?? {})
    this.taxes = { tax_bps: tax_rate_bps, withholding_bps: withholding_rate_bps }
  }

  /** What decides the commission of a sale. One statement. */
  @InjectManager()
  async saleFacts(input: SaleFactsInput, @MedusaContext() sharedContext: Context = {}): Promise<SaleFacts> {
    return readSaleFacts(sharedContext, input)
  }

  /** Writes a rule, or the next version of one. @throws not allowed when that one has ended */
  @InjectTransactionManager()
  async writeRule(
    terms: CommissionTerms,
    replacedId?: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<RuleVersion> {
    const written = await rules.insertVersion(sharedContext, terms, replacedId)

    return written ?? this.refuseEnded(replacedId ?? "", sharedContext)
  }

  /** Ends a rule now; sales from before stay as they are. @throws not allowed when it has ended already */
  @InjectTransactionManager()
  async endRule(id: string, @MedusaContext() sharedContext: Context = {}): Promise<RuleVersion> {
    return (await rules.endVersion(sharedContext, id)) ?? this.refuseEnded(id, sharedContext)
  }

  private async refuseEnded(id: string, context: Context): Promise<never> {
    const [last] = await this.versionsOf(id, context)
    const became = last && last.id !== id ? `Its last version is ${last.id}.` : "It holds no more."
    throw notAllowed(ErrorCode.COMMISSION_RULE_ENDED, `The commission rule ${id} has ended. ${became}`)
  }

  /** Takes a write back: what it ended holds again. */
  @InjectTransactionManager()
  async undoWrite(
    id: string,
    replacedId?: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await rules.undoVersion(sharedContext, id, replacedId)
  }

  @InjectManager()
  async undoEnd(id: string, @MedusaContext() sharedContext: Context = {}): Promise<void> {
    await rules.reopenVersion(sharedContext, id)
  }

  /** All versions of a rule, the last first, found by any of them. @throws not found */
  @InjectManager()
  async versionsOf(id: string, @MedusaContext() sharedContext: Context = {}): Promise<RuleVersion[]> {
    const versions = await rules.versionsOf(sharedContext, id)
    if (!versions.length) {
      throw notFound(ErrorCode.COMMISSION_RULE_NOT_FOUND, `There is no commission rule ${id}.`)
    }

    return versions
  }

  @InjectManager()
  async twinsOf(terms: CommissionTerms, @MedusaContext() sharedContext: Context = {}): Promise<unknown[]> {
    return rules.twinsOf(sharedContext, terms)
  }

  @InjectManager()
  async listRules(
    filters: RuleFilters,
    page: RulePaging,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ rules: RuleVersion[]; count: number }> {
    return rules.pageOfRules(sharedContext, filters, page)
  }
}

export default CommissionModuleService
