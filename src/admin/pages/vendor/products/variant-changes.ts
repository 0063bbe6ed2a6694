import type { Body } from "../../../lib/api/client"
import { pricesOf, type TypedPrices, typedPrices, type Variant } from "./product"

/** A variant as it is typed in its row; what was not touched may be missing. */
export type TypedVariant = Partial<{
  sku: string
  prices: TypedPrices
  manage_inventory: boolean
  allow_backorder: boolean
}>

type Change = Body<"POST /vendor/products/:id/variants/:variant_id">

/** What of a row differs from what is stored; null for nothing. Prices go together, as the server takes them. */
export function changeOf(variant: Variant, typed: TypedVariant | undefined): Change | null {
  if (!typed) {
    return null
  }
  const sku = typed.sku?.trim()
  const change: Change = {
    ...(sku !== undefined && sku !== (variant.sku ?? "") && { sku: sku || null }),
    ...(typed.manage_inventory !== undefined &&
      typed.manage_inventory !== variant.manage_inventory && { manage_inventory: typed.manage_inventory }),
    ...(typed.allow_backorder !== undefined &&
      typed.allow_backorder !== variant.allow_backorder && { allow_backorder: typed.allow_backorder }),
    ...(typed.prices &&
      isOther(variant, typed.prices) && {
        prices: pricesOf({ ...typedPrices(variant.prices), ...typed.prices }),
      }),
  }

  return Object.keys(change).length ? change : null
}

/** `1500` and `1500.00` are one price. */
function isOther(variant: Variant, typed: TypedPrices): boolean {
  const stored = typedPrices(variant.prices)

  return Object.entries(typed).some(([code, text]) => {
    const before = stored[code] ?? ""
    const after = text.trim()

    return before && after ? Number(before) !== Number(after) : before !== after
  })
}
