export const SHOP_FIELDS = [
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
  "created_at",
  "updated_at",
] as const

const shopFields = [...SHOP_FIELDS]

export const retrieveShopQueryConfig = { defaults: shopFields, allowed: shopFields, isList: false }
