import type { VendorStatus } from "./domain/vendor-status"

export type CreateVendorInput = {
  name: string
  contact_email: string
  /** Made from the name when absent. */
  handle?: string
  description?: string | null
  logo_url?: string | null
  banner_url?: string | null
  contact_phone?: string | null
  address_1?: string | null
  address_2?: string | null
  city?: string | null
  province?: string | null
  postal_code?: string | null
  country_code?: string | null
  /** Basis points; the platform's own rate when absent. */
  commission_rate_bps?: number | null
  is_house?: boolean
  owner_user_id?: string
  actor?: string
}

export type ChangeStatusInput = {
  vendor_id: string
  to: VendorStatus
  actor: string
  reason?: string | null
}

export type StatusChange = {
  /** Of the history row. */
  id: string
  vendor_id: string
  from: VendorStatus
  to: VendorStatus
}

/** What checkout needs to know of a shop. */
export type VendorOwner = {
  id: string
  name: string
  handle: string
  logo_url: string | null
  status: VendorStatus
  is_house: boolean
  commission_rate_bps: number | null
  shipping_profile_id: string | null
}

export const VENDOR_OWNER_FIELDS = [
  "id",
  "name",
  "handle",
  "logo_url",
  "status",
  "is_house",
  "commission_rate_bps",
  "shipping_profile_id",
] as const satisfies (keyof VendorOwner)[]

/** `product_id` is null for a shop that was found as the house or by its profile. */
export type FoundOwner = VendorOwner & { product_id: string | null }
