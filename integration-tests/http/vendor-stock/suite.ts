import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Marketplace } from "../../helpers/create-marketplace"
import { type Client, signIn } from "../../helpers/people"
import { Shopper } from "../../helpers/shopper"

export type Item = {
  id: string
  sku: string
  location_id: string | null
  stocked_quantity: number
  reserved_quantity: number
  available_quantity: number
  incoming_quantity: number
  low_stock_threshold: number
  has_own_threshold: boolean
  is_low: boolean
  variants: { id: string; title: string; product_id: string; product_title: string }[]
}
export type Option = {
  id: string
  name: string
  description: string | null
  type: string
  fulfillment_type: string
  country_codes: string[]
  prices: { currency_code: string; amount: number }[]
  is_editable: boolean
}
export type Location = { id: string; name: string; address: Record<string, string | null> }
export type Body = {
  inventory_item: Item
  inventory_items: Item[]
  shipping_option: Option
  shipping_options: Option[]
  stock_location: Location
  stock_locations: Location[]
  store_country_codes: string[]
  count: number
  code: string
  message: string
}

export const ITEMS = "/vendor/inventory-items"
export const BATCH = `${ITEMS}/batch`
export const OPTIONS = "/vendor/shipping-options"
export const LOCATIONS = "/vendor/stock-locations"
export const EXPRESS = { name: "Express", prices: [{ currency_code: "ngn", amount: "2500.50" }] }

const TABLES = [
  "inventory_item",
  "inventory_level",
  "reservation_item",
  "stock_location",
  "stock_location_address",
  "shipping_option",
  "shipping_option_type",
  "shipping_option_rule",
  "service_zone",
  "geo_zone",
  "price",
  "price_rule",
]

/** Two shops with three products each, ten pieces of every one, and who works there. */
export class StockDesk {
  readonly shopper: Shopper

  constructor(
    readonly container: MedusaContainer,
    readonly market: Marketplace,
    private readonly base_url: string
  ) {
    this.shopper = new Shopper(base_url, market.publishable_key)
  }

  as(email: string): Promise<Client> {
    return signIn(this.base_url, "user", email)
  }

  one(): Promise<Client> {
    return this.as("owner@one.example.com")
  }

  two(): Promise<Client> {
    return this.as("owner@two.example.com")
  }

  async sql<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    const connection = this.container.resolve(ContainerRegistrationKeys.PG_CONNECTION)

    return (await connection.raw(text, values as string[])).rows
  }

  async itemsOf(client: Client): Promise<Item[]> {
    return (await client<Body>("GET", ITEMS)).body.inventory_items
  }

  /** The stock of a product, the first of the first shop's when none is named. */
  async itemOf(client: Client, product = this.market.vendors[0]!.products[0]!): Promise<Item> {
    const items = await this.itemsOf(client)

    return items.find(({ variants }) => variants[0]!.product_id === product.id)!
  }

  async optionsOf(client: Client): Promise<Option[]> {
    return (await client<Body>("GET", OPTIONS)).body.shipping_options
  }

  async addOption(client: Client, body: object = EXPRESS): Promise<Option> {
    const answer = await client<Body>("POST", OPTIONS, body)
    expect(answer).toMatchObject({ status: 201 })

    return answer.body.shipping_option
  }

  /** Stock, reservations, places, options, types, prices and rules of everybody, as text. */
  async allRows(): Promise<string> {
    const rows = await Promise.all(
      TABLES.map((table) => this.sql(`select to_jsonb(t) as row from ${table} t order by id`))
    )

    return JSON.stringify(rows)
  }

  async readyCart(variantId: string, quantity = 1): Promise<string> {
    const cart = await this.shopper.createCart(this.market.region_id, [variantId], quantity)
    await this.shopper.chooseAnyShipping(cart.id)
    await this.shopper.startPayment(cart.id, "pp_system_default")

    return cart.id
  }
}
