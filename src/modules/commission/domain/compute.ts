import { MathBN } from "@medusajs/framework/utils"
import { allocate, percentOf, sumMinor } from "../../../lib/money"
import { explainRule } from "./explain"
import type { CommissionRule } from "./rule"

/** A line of an order with the rule that holds for it, or what holds where no rule does. */
export type RuledLine = {
  vendor_id: string
  /** Price less the shop's own discount, without tax. */
  base_minor: bigint
  /** Decimal string. */
  quantity: string
  rule: CommissionRule | null
  fallback: { rate_bps: number; explanation: string }
}

export type CommissionContext = {
  currency_code: string
  /** Tax on the commission, which the shop pays on top of it. */
  tax_bps: number
  /** What the shop keeps of the commission to pay it to the tax office in the platform's name. */
  withholding_bps: number
}

/** What is frozen at sale of one line. */
export type LineCommission = {
  commission_rate_bps: number
  commission_fixed_minor: bigint
  commission_minor: bigint
  commission_tax_minor: bigint
  withholding_minor: bigint
  commission_rule_id: string | null
  commission_explanation: string
}

type Charge = { fixed_minor: bigint; commission_minor: bigint }

/**
 * The commission of each line, in their order. A rule counted by order takes its fixed part, floor and cap once in each shop's
 * part, on all its lines together, and divides the sum by largest remainder. Commission and the tax on it together are never
 * more than the base of a line: a fixed part or a floor does not make a shop pay for selling.
 */
export function computeCommission(lines: RuledLine[], context: CommissionContext): LineCommission[] {
  const charges = new Map<number, Charge>()
  for (const group of groupsOf(lines)) {
    const { rule } = group.lines[0] ?? {}
    const own =
      rule?.counted_by === "order"
        ? chargeTogether(group.lines, rule, context)
        : group.lines.map((line) => chargeAlone(line, context))
    own.forEach((charge, index) => {
      charges.set(group.indexes[index] ?? -1, charge)
    })
  }

  return lines.map((line, index) => freeze(line, charges.get(index) ?? NOTHING, context))
}

const NOTHING: Charge = { fixed_minor: 0n, commission_minor: 0n }

/** Lines of one shop under one rule. */
function groupsOf(lines: RuledLine[]): { indexes: number[]; lines: RuledLine[] }[] {
  const groups = new Map<string, { indexes: number[]; lines: RuledLine[] }>()
  lines.forEach((line, index) => {
    const key = JSON.stringify([line.vendor_id, line.rule?.id ?? null])
    const group = groups.get(key) ?? { indexes: [], lines: [] }
    group.indexes.push(index)
    group.lines.push(line)
    groups.set(key, group)
  })

  return [...groups.values()]
}

function chargeAlone(
  { base_minor, quantity, rule, fallback }: RuledLine,
  context: CommissionContext
): Charge {
  const most = mostOf(base_minor, context)
  if (!rule) {
    return {
      fixed_minor: 0n,
      commission_minor: least(percentOf(positive(base_minor), fallback.rate_bps), most),
    }
  }
  const of = amountsOf(rule, context.currency_code, quantity)

  return {
    fixed_minor: of.fixed,
    commission_minor: least(bounded(percentOf(positive(base_minor), rule.rate_bps) + of.fixed, of), most),
  }
}

function chargeTogether(lines: RuledLine[], rule: CommissionRule, context: CommissionContext): Charge[] {
  const most = lines.map(({ base_minor }) => mostOf(base_minor, context))
  const whole = sumMinor(most)
  if (whole === 0n) {
    return lines.map(() => NOTHING)
  }
  const of = amountsOf(rule, context.currency_code, "1")
  const base = sumMinor(lines.map(({ base_minor }) => positive(base_minor)))
  const commission = allocate(least(bounded(percentOf(base, rule.rate_bps) + of.fixed, of), whole), most)
  const fixed = allocate(of.fixed, most)

  return lines.map((_, index) => ({
    fixed_minor: fixed[index] ?? 0n,
    commission_minor: commission[index] ?? 0n,
  }))
}

function freeze({ rule, fallback }: RuledLine, charge: Charge, context: CommissionContext): LineCommission {
  return {
    commission_rate_bps: rule?.rate_bps ?? fallback.rate_bps,
    commission_fixed_minor: charge.fixed_minor,
    commission_minor: charge.commission_minor,
    commission_tax_minor: percentOf(charge.commission_minor, context.tax_bps),
    withholding_minor: percentOf(charge.commission_minor, context.withholding_bps),
    commission_rule_id: rule?.id ?? null,
    commission_explanation: rule ? explainRule(rule, context.currency_code) : fallback.explanation,
  }
}

const BASIS_POINTS = 10_000n

/** The commission that leaves nothing of the base when its tax is added; rounding the tax cannot make it more. */
const mostOf = (base: bigint, { tax_bps }: CommissionContext) =>
  (positive(base) * BASIS_POINTS) / (BASIS_POINTS + BigInt(tax_bps))

type RuleAmounts = { fixed: bigint; floor: bigint; cap: bigint | null }

/** What the rule states for that many pieces. A rule was chosen only if it states its amounts in the currency. */
function amountsOf({ amounts }: CommissionRule, currencyCode: string, quantity: string): RuleAmounts {
  const { fixed_minor, floor_minor, cap_minor } = amounts[currencyCode] ?? {}

  return {
    fixed: times(fixed_minor ?? "0", quantity),
    floor: times(floor_minor ?? "0", quantity),
    cap: cap_minor === undefined ? null : times(cap_minor, quantity),
  }
}

const ROUND_FLOOR = 3

/** Rounded down, so that a fraction of a piece never passes its cap. */
const times = (minor: string, quantity: string) =>
  BigInt(MathBN.mult(minor, quantity).decimalPlaces(0, ROUND_FLOOR).toFixed(0))

/** The cap has the last word: no floor passes it. */
function bounded(amount: bigint, { floor, cap }: RuleAmounts): bigint {
  const raised = amount < floor ? floor : amount

  return cap === null ? raised : least(raised, cap)
}

const positive = (amount: bigint) => (amount > 0n ? amount : 0n)

const least = (left: bigint, right: bigint) => (left < right ? left : right)
