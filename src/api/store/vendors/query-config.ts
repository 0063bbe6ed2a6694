/** What anybody may know of a shop. Contact, commission, stock and status are for its people and for staff. */
const publicVendorFields = [
  "id",
  "name",
  "handle",
  "description",
  "logo_url",
  "banner_url",
  "city",
  "province",
  "country_code",
]

export const retrieveVendorQueryConfig = {
  defaults: publicVendorFields,
  allowed: publicVendorFields,
  isList: false,
}

export const listVendorsQueryConfig = {
  defaults: publicVendorFields,
  // Newest shops first is a fair wish; it tells no more than the order.
  allowed: [...publicVendorFields, "created_at"],
  defaultLimit: 20,
  isList: true,
}
