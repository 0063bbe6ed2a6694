/** What a sale freezes beside its price. Whatever gives a part of it back, or holds it, names each of them: one list for all. */
export const FROZEN_AMOUNTS = [
  "commission_minor",
  "commission_tax_minor",
  "withholding_minor",
  "platform_tax_minor",
  "platform_discount_minor",
] as const

export type FrozenName = (typeof FROZEN_AMOUNTS)[number]

/** In minor units of the order's currency. */
export type FrozenAmounts = Record<FrozenName, bigint>

export function eachFrozen<Value>(of: (name: FrozenName) => Value): Record<FrozenName, Value> {
  // Made from the very list of names that the type is made of.
  return Object.fromEntries(FROZEN_AMOUNTS.map((name) => [name, of(name)])) as Record<FrozenName, Value>
}

/** As the database hands amounts out. */
export const frozenOf = (row: Record<FrozenName, string | bigint>): FrozenAmounts =>
  eachFrozen((name) => BigInt(row[name]))
