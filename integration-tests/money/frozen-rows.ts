import type { Frozen } from "./model"

export type FrozenRow = Record<
  | "commission_minor"
  | "commission_tax_minor"
  | "withholding_minor"
  | "platform_tax_minor"
  | "platform_discount_minor",
  string
>

/** What was frozen at sale, or given back of it, from a row. */
export const frozenOf = (row: FrozenRow): Frozen => ({
  commission: BigInt(row.commission_minor),
  tax: BigInt(row.commission_tax_minor),
  withheld: BigInt(row.withholding_minor),
  item_tax: BigInt(row.platform_tax_minor),
  discount: BigInt(row.platform_discount_minor),
})
