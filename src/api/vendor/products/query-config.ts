/** What tells a shop's own prices from those that staff make for regions, quantities and lists; read, not answered. */
export const PRICE_MARKS = ["min_quantity", "max_quantity", "rules_count", "price_list_id"]

const variantFields = [
  "id",
  "title",
  "sku",
  "barcode",
  "ean",
  "upc",
  "manage_inventory",
  "allow_backorder",
  "weight",
  "length",
  "height",
  "width",
  "material",
  "hs_code",
  "origin_country",
  "variant_rank",
  "created_at",
  "updated_at",
  "options.id",
  "options.value",
  "options.option_id",
  "prices.id",
  "prices.amount",
  "prices.currency_code",
]

const productFields = [
  "id",
  "title",
  "subtitle",
  "description",
  "handle",
  "status",
  "thumbnail",
  "weight",
  "length",
  "height",
  "width",
  "material",
  "hs_code",
  "origin_country",
  "created_at",
  "updated_at",
  "images.id",
  "images.url",
  "images.rank",
  "categories.id",
  "categories.name",
  "categories.handle",
  "tags.id",
  "tags.value",
]

const wholeProductFields = [
  ...productFields,
  "options.id",
  "options.title",
  "options.values.id",
  "options.values.value",
  ...variantFields.map((field) => `variants.${field}`),
]

export const listProductsQueryConfig = {
  // A page of products names no variants: their number, stock and lowest prices come with each product.
  defaults: productFields,
  allowed: productFields,
  defaultLimit: 20,
  isList: true,
}

export const retrieveProductQueryConfig = {
  defaults: wholeProductFields,
  allowed: wholeProductFields,
  isList: false,
}

const ownVariantFields = [...variantFields, "product_id"]

export const listVariantsQueryConfig = {
  defaults: ownVariantFields,
  allowed: ownVariantFields,
  defaultLimit: 20,
  isList: true,
}

export const retrieveVariantQueryConfig = {
  defaults: ownVariantFields,
  allowed: ownVariantFields,
  isList: false,
}
