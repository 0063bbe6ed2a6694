import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { addShippingOption } from "../../helpers/add-shipping-option"
import {
  createMarketplace,
  createProduct,
  createShop,
  type Marketplace,
} from "../../helpers/create-marketplace"
import type { CartBody, Shopper } from "../../helpers/shopper"

/**
 * Shop 1 has one delivery; shop 2 a dearer express beside it; shop 3 a cheaper rider and a free pickup; shop 4
 * nothing but pickup. The house delivers free of charge.
 */
export type CartMarket = Marketplace & {
  options: { express: string; rider: string; pickup: string; only_pickup: string }
  house_variant_id: string
}

export type CartSuite = {
  market: () => CartMarket
  shopper: () => Shopper
  container: () => MedusaContainer
}

export async function createCartMarket(container: MedusaContainer): Promise<CartMarket> {
  const market = await createMarketplace(container, { vendors: 3, products_per_vendor: 1 })
  const pickupOnly = await createShop(container, market.sales_channel_id, 3, 1)
  const [delivery] = await optionsOf(container, pickupOnly.id)
  await container.resolve(Modules.FULFILLMENT).deleteShippingOptions(delivery!)
  const [, second, third] = market.vendors
  const house = await createProduct(container, {
    vendor_id: market.house_id,
    salesChannelId: market.sales_channel_id,
    price: 50,
  })

  return {
    ...market,
    vendors: [...market.vendors, pickupOnly],
    house_variant_id: house.variant_id,
    options: {
      express: await addShippingOption(container, second!.id, {
        name: "Express",
        amount: 4000,
        kind: "shipping",
      }),
      rider: await addShippingOption(container, third!.id, {
        name: "Rider",
        amount: 900.5,
        kind: "shipping",
      }),
      pickup: await addShippingOption(container, third!.id, { name: "Counter", amount: 0, kind: "pickup" }),
      only_pickup: await addShippingOption(container, pickupOnly.id, {
        name: "Counter",
        amount: 0,
        kind: "pickup",
      }),
    },
  }
}

async function optionsOf(container: MedusaContainer, vendorId: string): Promise<string[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: vendors } = await query.graph({
    entity: "vendor",
    fields: ["shipping_profile_id"],
    filters: { id: vendorId },
  })
  const options = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingOptions({ shipping_profile_id: vendors[0]!.shipping_profile_id! })

  return options.map((option) => option.id)
}

/** The first product's variant of the n-th shop, counted from 1. */
export const variantOf = (market: CartMarket, shop: number) =>
  market.vendors[shop - 1]!.products[0]!.variant_id

export async function cartOf(suite: CartSuite, ...shops: number[]): Promise<CartBody> {
  const market = suite.market()

  return suite.shopper().createCart(
    market.region_id,
    shops.map((shop) => variantOf(market, shop))
  )
}

/** The option that a shop's approval made. */
export async function deliveryOf(suite: CartSuite, cartId: string, shop: number): Promise<string> {
  const options = await suite.shopper().shippingOptions(cartId)

  return options.find(({ name }) => name === `Standard delivery (Shop ${shop})`)!.id
}

/** Kobo, which alone can be compared. */
export const kobo = (amount: number) => Math.round(amount * 100 + 1e-6)
