import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ownChoiceLast } from "../../lib/default-shipping"
import { ErrorCode, notFound } from "../../lib/errors"
import { type VendorView, vendorView } from "../../lib/vendor-view"
import { vendorOwners } from "../vendor/vendor-owners"
import { listCartShippingOptions } from "./list-cart-shipping-options"

const ITEM_FIELDS = [
  "id",
  "product_id",
  "variant_id",
  "title",
  "thumbnail",
  "quantity",
  "unit_price",
  "total",
] as const
const METHOD_FIELDS = ["id", "shipping_option_id", "name", "amount", "total"] as const
const OPTION_FIELDS = ["id", "name", "amount", "price_type", "insufficient_inventory"] as const

type Row = Record<string, unknown>
type Item = Row & { product_id: string | null }
type Method = Row & { id: string; shipping_option_id: string | null; data?: Record<string, unknown> | null }

export type CartVendor = {
  vendor: VendorView
  items: Row[]
  shipping_options: Row[]
  shipping_methods: (Row & { auto_selected: boolean })[]
}

/** A cart's items, the options it may choose from and the methods it has, by shop. Amounts are Medusa's major units. */
export async function groupCartByVendor(
  container: MedusaContainer,
  cartId: string
): Promise<{ cart_id: string; currency_code: string; vendors: CartVendor[] }> {
  const cart = await readCart(container, cartId)
  const options = cart.items.length
    ? await listCartShippingOptions(container, { cart_id: cartId, is_return: false })
    : []
  const owners = await vendorOwners(container, {
    product_ids: cart.items.flatMap((item) => item.product_id ?? []),
    shipping_profile_ids: [],
  })
  const vendorOfOption = new Map(options.map((option) => [option.id, option.vendor.id]))

  const vendors = new Map<string, CartVendor>()
  for (const item of cart.items) {
    const owner = vendorView(owners.ofProduct(item.product_id))
    const group = vendors.get(owner.id) ?? {
      vendor: owner,
      items: [],
      shipping_options: [],
      shipping_methods: [],
    }
    group.items.push(pick(item, ITEM_FIELDS))
    vendors.set(owner.id, group)
  }
  for (const option of options) {
    vendors.get(option.vendor.id)?.shipping_options.push(pick(option, OPTION_FIELDS))
  }
  for (const method of ownChoiceLast(cart.shipping_methods)) {
    const vendorId = vendorOfOption.get(method.shipping_option_id ?? "")
    vendors.get(vendorId ?? "")?.shipping_methods.push({
      ...pick(method, METHOD_FIELDS),
      auto_selected: Boolean(method.data?.auto_selected),
    })
  }

  return { cart_id: cartId, currency_code: cart.currency_code, vendors: [...vendors.values()] }
}

async function readCart(container: MedusaContainer, cartId: string) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart",
    fields: [
      "id",
      "currency_code",
      "total",
      ...ITEM_FIELDS.map((field) => `items.${field}`),
      ...[...METHOD_FIELDS, "data"].map((field) => `shipping_methods.${field}`),
    ],
    filters: { id: cartId },
  })
  if (!data[0]) {
    throw notFound(ErrorCode.CART_NOT_FOUND, `Cart ${cartId} was not found.`)
  }

  return data[0] as unknown as { currency_code: string; items: Item[]; shipping_methods: Method[] }
}

function pick(row: Row, fields: readonly string[]): Row {
  return Object.fromEntries(fields.map((field) => [field, row[field] ?? null]))
}
