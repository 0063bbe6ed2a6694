import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createCampaignsWorkflow,
  createCollectionsWorkflow,
  createPriceListsWorkflow,
  createPromotionsWorkflow,
  createTaxRatesWorkflow,
  updateProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import { VENDOR_MODULE } from "../../../src/modules/vendor"
import type { Client } from "../../helpers/people"
import type { ProductSuite } from "./suite"

type Call = [what: string, method: "POST" | "DELETE", path: string, body?: object]
type Named = Record<string, { id: string }>

/** Records of a shop of every kind, each with a request of staff that names it. */
export function shopRecords(suite: ProductSuite) {
  const sql = async <Row>(text: string, values: unknown[]): Promise<Row[]> =>
    (await suite.container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values as string[]))
      .rows
  const shopOf = async (index: number) => {
    const { id, products } = suite.market.vendors[index]!
    const [row] = await sql<{ stock_location_id: string; shipping_profile_id: string }>(
      "select * from vendor where id = ?",
      [id]
    )

    return { id, product: products[0]!, ...row! }
  }
  type Shop = Awaited<ReturnType<typeof shopOf>>

  const discounts = async ({ id, product }: Shop): Promise<Call[]> => {
    const { result: campaigns } = await createCampaignsWorkflow(suite.container).run({
      input: { campaignsData: [{ name: "Sale", campaign_identifier: `sale-${id}` }] },
    })
    const { result: promotions } = await createPromotionsWorkflow(suite.container).run({
      input: {
        promotionsData: [
          {
            code: `CODE${id.slice(-6)}`,
            type: "standard",
            status: "active",
            campaign_id: campaigns[0]!.id,
            application_method: {
              type: "percentage",
              target_type: "order",
              value: 10,
              currency_code: "ngn",
            },
          },
        ],
      },
    })
    await suite.container.resolve(ContainerRegistrationKeys.LINK).create({
      [Modules.PROMOTION]: { promotion_id: promotions[0]!.id },
      [VENDOR_MODULE]: { vendor_id: id },
    })
    const { result: lists } = await createPriceListsWorkflow(suite.container).run({
      input: {
        price_lists_data: [
          {
            title: "Sale",
            description: "Sale",
            status: "active",
            prices: [{ variant_id: product.variant_id, amount: 1, currency_code: "ngn" }],
          },
        ],
      },
    })
    const [plain] = await sql<{ id: string }>(
      `select p.id from price p join product_variant_price_set l on l.price_set_id = p.price_set_id
       where l.variant_id = ? and p.price_list_id is null limit 1`,
      [product.variant_id]
    )
    const campaign = `/admin/campaigns/${campaigns[0]!.id}`
    const added = { add: [promotions[0]!.id] }

    return [
      ["a campaign", "POST", campaign, { name: "Mine" }],
      ["a campaign's promotions", "POST", `/admin/campaigns/procamp_01ABCDEFGHIJKLMNOP/promotions`, added],
      ["a campaign's end", "DELETE", campaign],
      ["a promotion", "POST", `/admin/promotions/${promotions[0]!.id}`, { status: "inactive" }],
      ["a price list", "POST", `/admin/price-lists/${lists[0]!.id}`, { title: "Mine" }],
      [
        "a price",
        "POST",
        "/admin/price-lists/plist_01ABCDEFGHIJKLMNOP/prices/batch",
        { delete: [plain!.id] },
      ],
    ]
  }

  const goods = async ({ product, stock_location_id, shipping_profile_id }: Shop): Promise<Call[]> => {
    const inventory = suite.container.resolve(Modules.INVENTORY)
    const item = await inventory.createInventoryItems({ sku: `loose-${stock_location_id}` })
    await inventory.createInventoryLevels([
      { inventory_item_id: item.id, location_id: stock_location_id, stocked_quantity: 5 },
    ])
    const [reservation] = await inventory.createReservationItems([
      { inventory_item_id: item.id, location_id: stock_location_id, quantity: 1 },
    ])
    const [level] = await inventory.listInventoryLevels({ inventory_item_id: item.id })
    const [option] = await sql<{ id: string; service_zone_id: string; fulfillment_set_id: string }>(
      `select o.id, o.service_zone_id, z.fulfillment_set_id from shipping_option o
       join service_zone z on z.id = o.service_zone_id where o.shipping_profile_id = ? limit 1`,
      [shipping_profile_id]
    )
    const { result: collections } = await createCollectionsWorkflow(suite.container).run({
      input: { collections: [{ title: `Of ${stock_location_id}` }] },
    })
    const [region] = await sql<{ id: string }>("select id from tax_region limit 1", [])
    const { result: rates } = await createTaxRatesWorkflow(suite.container).run({
      input: [
        {
          tax_region_id: region!.id,
          name: "Reduced",
          code: product.id,
          rate: 1,
          rules: [{ reference: "product", reference_id: product.id }],
        },
      ],
    })
    const [rule] = await sql<{ id: string }>("select id from tax_rate_rule where tax_rate_id = ?", [
      rates[0]!.id,
    ])
    const file = `1732000000000-${product.id}.webp`
    await updateProductsWorkflow(suite.container).run({
      input: {
        selector: { id: product.id },
        update: { images: [{ url: `http://localhost:9000/static/${file}` }] },
      },
    })
    const named = { add: [product.id] }

    return [
      ["an inventory item", "POST", `/admin/inventory-items/${item.id}`, { title: "Mine" }],
      [
        "a level by its place",
        "POST",
        "/admin/inventory-items/iitem_01ABCDEFGHIJKLMNOP/location-levels",
        {
          location_id: stock_location_id,
        },
      ],
      ["a level", "POST", "/admin/inventory-items/location-levels/batch", { delete: [level!.id] }],
      ["a reservation", "POST", `/admin/reservations/${reservation!.id}`, { quantity: 2 }],
      ["a reservation's end", "DELETE", `/admin/reservations/${reservation!.id}`],
      [
        "a new reservation",
        "POST",
        "/admin/reservations",
        {
          inventory_item_id: item.id,
          location_id: "sloc_01ABCDEFGHIJKLMNOP",
          quantity: 1,
        },
      ],
      ["a stock location", "POST", `/admin/stock-locations/${stock_location_id}`, { name: "Mine" }],
      ["a shipping option", "POST", `/admin/shipping-options/${option!.id}`, { name: "Mine" }],
      ["its rules", "POST", `/admin/shipping-options/${option!.id}/rules/batch`, {}],
      [
        "a service zone",
        "POST",
        `/admin/fulfillment-sets/${option!.fulfillment_set_id}/service-zones/${option!.service_zone_id}`,
        {},
      ],
      ["a collection", "POST", `/admin/collections/${collections[0]!.id}/products`, named],
      ["a category", "POST", `/admin/product-categories/${suite.category.open}/products`, named],
      ["a channel", "POST", "/admin/sales-channels/sc_01ABCDEFGHIJKLMNOP/products", { remove: [product.id] }],
      ["a tax rate", "POST", `/admin/tax-rates/${rates[0]!.id}`, { name: "Mine" }],
      ["a rule of a tax rate", "DELETE", `/admin/tax-rates/txr_01ABCDEFGHIJKLMNOP/rules/${rule!.id}`],
      [
        "a rule in a body",
        "POST",
        `/admin/promotions`,
        {
          code: "MINE",
          type: "standard",
          rules: [{ attribute: "product.id", operator: "in", values: [product.id] }],
        },
      ],
      ["a picture", "DELETE", `/admin/uploads/${file}`],
    ]
  }

  const orders = async ({ product }: Shop, helper: Client): Promise<Call[]> => {
    const order = async () => {
      const cart = await suite.shopper.createCart(suite.market.region_id, [product.variant_id])
      await suite.shopper.chooseAnyShipping(cart.id)
      await suite.shopper.startedSession(cart.id, "pp_system_default")
      const { body } = await suite.shopper.complete(cart.id)

      return body.order!
    }
    const made = async (path: string, body: object): Promise<Named> => {
      const answer = await helper<Named>("POST", path, body)
      if (answer.status >= 300) {
        throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
      }

      return answer.body
    }
    const [returned, claimed, exchanged, edited] = [
      await order(),
      await order(),
      await order(),
      await order(),
    ]
    const { return: back } = await made("/admin/returns", { order_id: returned.id })
    const { claim } = await made("/admin/claims", { order_id: claimed.id, type: "refund" })
    const { exchange } = await made("/admin/exchanges", { order_id: exchanged.id })
    await made("/admin/order-edits", { order_id: edited.id })
    const [line] = await sql<{ item_id: string }>("select item_id from order_item where order_id = ?", [
      edited.id,
    ])
    const { draft_order: draft } = await made("/admin/draft-orders", {
      email: "ada@example.com",
      region_id: suite.market.region_id,
      items: [{ variant_id: product.variant_id, quantity: 1 }],
    })
    const [change] = await sql<{ id: string }>("select id from order_change where order_id = ?", [edited.id])
    const [payment] = await sql<{ id: string; payment_collection_id: string }>(
      `select p.* from payment p join order_payment_collection l
         on l.payment_collection_id = p.payment_collection_id where l.order_id = ?`,
      [edited.id]
    )

    return [
      ["an order", "POST", `/admin/orders/${edited.id}`, { email: "mine@example.com" }],
      ["a return", "POST", `/admin/returns/${back!.id}`, { note: "Mine" }],
      ["a return's end", "DELETE", `/admin/returns/${back!.id}/request`],
      ["a claim", "POST", `/admin/claims/${claim!.id}/request`, {}],
      ["an exchange", "POST", `/admin/exchanges/${exchange!.id}/request`, {}],
      ["an edit", "POST", `/admin/order-edits/${edited.id}/request`, {}],
      [
        "a line in an edit",
        "POST",
        `/admin/order-edits/order_01ABCDEFGHIJKLMNOP/items/item/${line!.item_id}`,
        { quantity: 9 },
      ],
      ["a change", "POST", `/admin/order-changes/${change!.id}`, { carry_over_promotions: true }],
      ["a draft", "POST", `/admin/draft-orders/${draft!.id}`, { email: "mine@example.com" }],
      ["a draft's order", "POST", `/admin/draft-orders/${draft!.id}/convert-to-order`, {}],
      [
        "a new draft",
        "POST",
        "/admin/draft-orders",
        { items: [{ variant_id: product.variant_id, quantity: 1 }] },
      ],
      ["a new return", "POST", "/admin/returns", { order_id: edited.id }],
      ["a payment", "POST", `/admin/payments/${payment!.id}/refund`, { amount: 1 }],
      [
        "a payment collection",
        "POST",
        `/admin/payment-collections/${payment!.payment_collection_id}/mark-as-paid`,
        { order_id: edited.id },
      ],
    ]
  }
  const callsOn = async (shop: Shop, helper: Client): Promise<Call[]> => [
    ...(await discounts(shop)),
    ...(await goods(shop)),
    ...(await orders(shop, helper)),
  ]

  return { shopOf, callsOn }
}
