import type { MedusaContainer } from "@medusajs/framework/types"
import { COMMISSION_MODULE } from "../../modules/commission"
import {
  type CommissionContext,
  computeCommission,
  type LineCommission,
} from "../../modules/commission/domain/compute"
import { type PassedOver, readRules, resolveRule } from "../../modules/commission/domain/resolve"
import type { CommissionRule } from "../../modules/commission/domain/rule"
import type CommissionModuleService from "../../modules/commission/service"
import type { ProductFacts } from "../../modules/commission/types"

/** A sold line as far as rules ask for it. */
export type CommissionLine = {
  kind: "item" | "shipping"
  vendor_id: string
  product_id: string | null
  /** What holds where no rule does. */
  fallback: { rate_bps: number; explanation: string }
}

export type Base = { quantity: string; commission_base_minor: bigint }

type Decision = {
  /** Of the very lines, in their order. */
  commission: (bases: Base[]) => LineCommission[]
  passed_over: PassedOver[]
}

type SaleMoment = { at: Date; currency_code: string }

/** Which rule each line of a sale is under, by the rules of its moment. One statement, however many rules there are. */
export async function decideCommission(
  container: MedusaContainer,
  lines: CommissionLine[],
  moment: SaleMoment
): Promise<Decision> {
  const service = container.resolve<CommissionModuleService>(COMMISSION_MODULE)
  const facts = await service.saleFacts({
    at: moment.at,
    vendor_ids: lines.map(({ vendor_id }) => vendor_id),
    product_ids: lines.flatMap(({ product_id }) => product_id ?? []),
  })
  const { rules, passed_over } = readRules(facts.rules)
  const context = { ...service.taxes, currency_code: moment.currency_code }

  const products = new Map(facts.products.map((product) => [product.product_id, product]))

  return decide({ lines, rules, products, passed_over }, { ...context, at: moment.at })
}

/** Everything that is known of some lines of one order. */
type Known = {
  lines: CommissionLine[]
  products: Map<string, ProductFacts>
  rules: CommissionRule[]
  passed_over: PassedOver[]
}

/** Which of these rules each line is under. Pure. */
export function decide(
  { lines, rules, products, passed_over }: Known,
  context: CommissionContext & SaleMoment
): Decision {
  const resolved = lines.map((line) => {
    const { collection_id = null, categories = [] } = products.get(line.product_id ?? "") ?? {}

    // Shops have no plans yet; a rule that asks for one holds for nobody.
    return resolveRule({ ...line, collection_id, categories, plan: null }, rules, context)
  })

  return {
    passed_over: [...passed_over, ...resolved.flatMap((found) => found.passed_over)],
    commission: (bases) =>
      computeCommission(
        lines.map(({ vendor_id, fallback }, index) => ({
          vendor_id,
          fallback,
          base_minor: bases[index]?.commission_base_minor ?? 0n,
          quantity: bases[index]?.quantity ?? "0",
          rule: resolved[index]?.rule ?? null,
        })),
        context
      ),
  }
}
