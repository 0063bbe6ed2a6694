/** What is shown of a record: a name alone, or with what is shown of the records under it. */
type View = { [name: string]: true | View }

export type OrderRecord = Record<string, unknown>

const shown = (names: string): View =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, true])
  )

const CODE_AND_RATE = "id code rate description total subtotal created_at updated_at"
const ADJUSTMENT =
  "id code amount description promotion_id is_tax_inclusive total subtotal created_at updated_at"

const ADDRESS = shown(
  `id first_name last_name company address_1 address_2 city province postal_code country_code phone created_at updated_at`
)

const PRODUCT: View = {
  ...shown(
    `id title handle subtitle description thumbnail is_giftcard status discountable collection_id type_id
    weight length height width hs_code mid_code origin_country material created_at updated_at`
  ),
  images: shown("id url rank"),
  options: { ...shown("id title"), values: shown("id value") },
}

const VARIANT: View = {
  ...shown(
    `id title sku barcode ean upc thumbnail product_id allow_backorder manage_inventory variant_rank weight length height width
    hs_code mid_code origin_country material created_at updated_at`
  ),
  options: { ...shown("id value"), option: shown("id title") },
  product: PRODUCT,
}

const TOTALS = `total subtotal tax_total discount_total discount_subtotal discount_tax_total original_total original_subtotal
  original_tax_total`

const ITEM: View = {
  ...shown(
    `id title subtitle thumbnail variant_id product_id product_title product_description product_subtitle product_type
    product_type_id product_collection product_handle variant_sku variant_barcode variant_title variant_option_values
    requires_shipping is_discountable is_giftcard is_tax_inclusive unit_price compare_at_unit_price quantity item_total
    item_subtotal item_tax_total refundable_total refundable_total_per_unit created_at updated_at ${TOTALS}`
  ),
  detail: shown(
    `id item_id quantity fulfilled_quantity shipped_quantity delivered_quantity return_requested_quantity
    return_received_quantity return_dismissed_quantity written_off_quantity created_at updated_at`
  ),
  tax_lines: shown(CODE_AND_RATE),
  adjustments: shown(ADJUSTMENT),
  variant: VARIANT,
  product: PRODUCT,
}

const SHIPPING_METHOD: View = {
  ...shown(`id name description amount is_tax_inclusive shipping_option_id created_at updated_at ${TOTALS}`),
  tax_lines: shown(CODE_AND_RATE),
  adjustments: shown(ADJUSTMENT),
}

const PAYMENT_COLLECTION: View = {
  ...shown(
    "id currency_code amount status authorized_amount captured_amount refunded_amount completed_at created_at updated_at"
  ),
  payments: shown("id provider_id amount currency_code captured_at canceled_at created_at"),
}

const VENDOR_ORDER: View = {
  ...shown(
    "id display_number status currency_code item_subtotal shipping_subtotal discount_total tax_total total delivery_code"
  ),
  vendor: shown("id name handle logo_url"),
  items: shown("line_item_id title quantity total"),
  shipping_methods: shown("shipping_method_id name total"),
}

const ORDER: View = {
  ...shown(
    `id status payment_status fulfillment_status display_id custom_display_id email customer_id region_id sales_channel_id
    currency_code locale created_at updated_at canceled_at item_total item_subtotal item_tax_total item_discount_total
    original_item_total original_item_subtotal original_item_tax_total shipping_total shipping_subtotal shipping_tax_total
    shipping_discount_total original_shipping_total original_shipping_subtotal original_shipping_tax_total gift_card_total
    gift_card_tax_total credit_line_total credit_line_subtotal credit_line_tax_total ${TOTALS}`
  ),
  summary: shown(
    `paid_total refunded_total transaction_total pending_difference current_order_total original_order_total
    accounting_total credit_line_total`
  ),
  credit_lines: shown("id amount created_at"),
  items: ITEM,
  shipping_address: ADDRESS,
  billing_address: ADDRESS,
  shipping_methods: SHIPPING_METHOD,
  payment_collections: PAYMENT_COLLECTION,
  fulfillments: shown("id packed_at shipped_at delivered_at canceled_at created_at"),
  promotions: {
    ...shown("id code is_automatic is_tax_inclusive"),
    application_method: shown("value type currency_code"),
  },
  vendor_orders: VENDOR_ORDER,
}

/** An order as its buyer sees it: neither notes of shops and staff, nor what a gateway has said, nor how it came about. */
export const orderView = (order: OrderRecord): OrderRecord => pick(order, ORDER) as OrderRecord

function pick(value: unknown, view: View): unknown {
  if (Array.isArray(value)) {
    return value.map((inner) => pick(inner, view))
  }
  if (!value || typeof value !== "object") {
    return value
  }
  const entries = Object.entries(value).flatMap(([name, inner]) => {
    const below = Object.hasOwn(view, name) ? view[name] : undefined

    return below ? [[name, below === true ? inner : pick(inner, below)]] : []
  })

  return Object.fromEntries(entries)
}
