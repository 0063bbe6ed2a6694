import type { PriceInput } from "../../modules/vendor/domain/product-price"
import type { AskableStatus } from "../../modules/vendor/domain/product-status"
import type { OptionChoice } from "../../modules/vendor/domain/variant-options"

/** What the operator's settings say about the products of shops. */
export type ProductRules = { is_approval_required: boolean; unverified_limit: number }

type Measures = {
  weight?: number | null
  length?: number | null
  height?: number | null
  width?: number | null
  material?: string | null
  hs_code?: string | null
  origin_country?: string | null
}

export type VariantInput = Measures & {
  title: string
  sku?: string | null
  barcode?: string | null
  ean?: string | null
  upc?: string | null
  manage_inventory?: boolean
  allow_backorder?: boolean
  options?: OptionChoice
  prices?: PriceInput[]
  stocked_quantity?: number
}

export type VariantUpdate = Partial<Omit<VariantInput, "stocked_quantity">>

export type OptionInput = { title: string; values: string[] }

export type ProductContent = Measures & {
  title: string
  subtitle?: string | null
  description?: string | null
  handle?: string
  status?: AskableStatus
  images?: string[]
  thumbnail?: string | null
  category_ids?: string[]
  tag_ids?: string[]
}

export type ProductInput = ProductContent & { options?: OptionInput[]; variants?: VariantInput[] }

/** Names the shop and the product; `rules` are read with the request's grants. */
export type OwnProductRef = { vendor_id: string; product_id: string; rules: ProductRules }
