import { z } from "@medusajs/framework/zod"

export const APPLIES_TO = ["items", "shipping", "all"] as const

export type AppliesTo = (typeof APPLIES_TO)[number]

/** What the fixed part, the floor and the cap are counted by: each piece sold, or a shop's part of an order. */
export const COUNTED_BY = ["item", "order"] as const

export type CountedBy = (typeof COUNTED_BY)[number]

const id = z.string().min(1).max(100)

/** All of them have to hold; a rule without any holds on the whole platform. */
export const Conditions = z.strictObject({
  product_id: id.optional(),
  vendor_id: id.optional(),
  collection_id: id.optional(),
  /** The category or any that lies under it. */
  category_id: id.optional(),
  plan: id.optional(),
})

export type Conditions = z.infer<typeof Conditions>

export const CONDITION_KINDS = Conditions.keyof().options

/** Minor units as digits, because they are kept as JSON. */
const minor = z.string().regex(/^\d{1,16}$/)

const Amounts = z.strictObject({
  fixed_minor: minor.optional(),
  floor_minor: minor.optional(),
  cap_minor: minor.optional(),
})

export type Amounts = z.infer<typeof Amounts>

export const AMOUNT_NAMES = Amounts.keyof().options

/** What a rule says, whatever became of it. */
export type CommissionTerms = {
  /** What people call it, as `Electronics`. */
  name: string
  /** The higher goes first; 0 for most. */
  priority: number
  conditions: Conditions
  applies_to: AppliesTo
  rate_bps: number
  counted_by: CountedBy
  /** By currency; none at all for a rule that is a percentage alone. */
  amounts: Record<string, Amounts>
  /** A campaign, half open. */
  starts_at: Date | null
  ends_at: Date | null
}

/** A rule as it is used: one version of it, which never changes. */
export type CommissionRule = CommissionTerms & { id: string }

const Rule = z.object({
  id,
  name: z.string(),
  priority: z.number().int(),
  conditions: Conditions,
  applies_to: z.enum(APPLIES_TO),
  rate_bps: z.number().int().min(0).max(10_000),
  counted_by: z.enum(COUNTED_BY),
  amounts: z.record(z.string(), Amounts),
  starts_at: z.coerce.date().nullable(),
  ends_at: z.coerce.date().nullable(),
})

/**
 * A rule as the database keeps it. Null when it says anything that this version does not know: such a rule holds nowhere,
 * for to leave out what is not understood would make it hold everywhere.
 */
export function readRule(row: unknown): CommissionRule | null {
  const parsed = Rule.safeParse(row)

  return parsed.success ? parsed.data : null
}
