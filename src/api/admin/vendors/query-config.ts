export const VENDOR_FIELDS = [
  "id",
  "name",
  "handle",
  "description",
  "logo_url",
  "banner_url",
  "contact_email",
  "contact_phone",
  "address_1",
  "address_2",
  "city",
  "province",
  "postal_code",
  "country_code",
  "status",
  "is_house",
  "verified_at",
  "commission_rate_bps",
  "tax_status",
  "settings",
  "shipping_profile_id",
  "stock_location_id",
  "created_at",
  "updated_at",
] as const

const vendorFields = [...VENDOR_FIELDS]

export const retrieveVendorQueryConfig = { defaults: vendorFields, allowed: vendorFields, isList: false }

export const listVendorsQueryConfig = {
  defaults: vendorFields,
  allowed: vendorFields,
  defaultLimit: 20,
  isList: true,
}
