import type { PriceInput } from "../../modules/vendor/domain/product-price"

export type ShippingOptionInput = {
  name: string
  description?: string | null
  type?: string
  prices: PriceInput[]
  country_codes?: string[]
}

export type ShippingOptionUpdate = Partial<ShippingOptionInput>

export type OwnOptionRef = { vendor_id: string; option_id: string }

/** Where an option delivers to: a zone that is there, or one that has yet to be made. */
export type ZonePlan =
  | { id: string; missing: null }
  | { id: null; missing: { name: string; fulfillment_set_id: string; country_codes: string[] } }
