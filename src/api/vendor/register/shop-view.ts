/** What a shop's new owner is told of it. */
const FIELDS = [
  "id",
  "name",
  "handle",
  "description",
  "status",
  "contact_email",
  "contact_phone",
  "address_1",
  "address_2",
  "city",
  "province",
  "postal_code",
  "country_code",
  "created_at",
] as const

type Field = (typeof FIELDS)[number]

export const shopView = <Shop extends Record<Field, unknown>>(shop: Shop) =>
  Object.fromEntries(FIELDS.map((field) => [field, shop[field]])) as Pick<Shop, Field>
