import type { TaxStatus } from "../../lib/item-tax"
import type { AccountKind } from "../../lib/mobile-money"
import type { DecisionKind, ProductState } from "./domain/product-status"
import type { RequirementKey, RequirementState } from "./domain/requirement"
import type { ShopSettings } from "./domain/shop-settings"
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

export type RegisterShopInput = Pick<
  CreateVendorInput,
  | "name"
  | "handle"
  | "description"
  | "contact_email"
  | "contact_phone"
  | "address_1"
  | "address_2"
  | "city"
  | "province"
  | "postal_code"
  | "country_code"
> & {
  owner_user_id: string
  /** Finds the shop of an earlier try, but opens none. */
  only_existing: boolean
}

export type ChangeStatusInput = {
  vendor_id: string
  to: VendorStatus
  /** What the caller has seen; a shop that was moved meanwhile is refused. */
  from?: VendorStatus
  actor: string
  reason?: string | null
  /** Of the shop that whoever decides has seen; one that has changed since is refused. */
  version?: string
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
  tax_status: TaxStatus
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
  "tax_status",
  "shipping_profile_id",
] as const satisfies (keyof VendorOwner)[]

/** `product_id` is null for a shop that was found as the house or by its profile. */
export type FoundOwner = VendorOwner & { product_id: string | null }

/** What can be changed of a shop; a shop itself may change neither its commission nor its tax status. */
export type ProfilePatch = Partial<Omit<CreateVendorInput, "owner_user_id" | "actor" | "is_house">> & {
  settings?: Partial<ShopSettings>
  tax_status?: TaxStatus
}

/** A bank account as it is stored: nobody but the payer ever sees the number again. */
export type NewBankAccount = {
  id: string
  kind: AccountKind
  bank_code: string
  bank_name: string | null
  account_name: string
  account_last4: string
  account_number_ciphertext: string
  currency_code: string
  created_by: string
}

export type BankAccountChange = { id: string; replaced_id: string | null }

export type NewDocument = {
  id: string
  file_id: string
  file_key_ciphertext: string
  filename: string
  mime_type: string
  size_bytes: number
  uploaded_by: string
}

export type MoveRequirementInput = {
  vendor_id: string
  key: RequirementKey
  to: RequirementState
  /** Of the user; a shop's own person hands in, staff decide. */
  actor: string
  by: "shop" | "staff"
  reason?: string | null
  agreement_version?: string | null
  /** Of the shop that whoever decides has seen; one that has changed since is refused. */
  version?: string
}

/** The row as it was, for a workflow that has to take its change back; null when there was none. */
export type RequirementChange = {
  vendor_id: string
  key: RequirementKey
  from: RequirementState
  to: RequirementState
  before: Record<string, unknown> | null
}

export type DecideProductInput = {
  vendor_id: string
  product_id: string
  decision: DecisionKind
  reason: string | null
  /** The user of the staff. */
  actor: string
  /** Of the product that they have seen. */
  version: string
}

/** `id` is the decision's; the rest is what takes it back. */
export type DecidedProduct = { id: string; product_id: string; from: ProductState; to: ProductState }
