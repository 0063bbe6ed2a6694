import { type Figure, type Measured, ratioOfTimes } from "../figures"
import { type BenchMarket, countRows } from "../market"
import { countStatements, interleave, type Side } from "../measure"
import { inOrder, moreOf, writeStatements } from "../statements-file"
import type { Storefront } from "../storefront"
import { type Context, shopOf } from "./context"

const CEILING = 1.5

type Request = {
  id: string
  title: string
  sideOf: (shop: Storefront, name: string) => Side<string>
}

/** What a shopper does with a cart, on a marketplace with few and with many vendors. */
export async function measureShipping(context: Context): Promise<Figure[]> {
  const { steps, sizes, market } = context
  const few = shopOf(context, "few")
  const many = shopOf(context, "many")
  const stock = shopOf(context, "stock")
  const vendors = {
    few: await countRows(few.server.database_url, "vendor"),
    many: await countRows(many.server.database_url, "vendor"),
  }

  const figures: Figure[] = []
  const sections: ReturnType<typeof inOrder>[] = []
  for (const { id, title, sideOf } of requestsOn(market)) {
    const sides = [sideOf(many, "many"), sideOf(few, "few"), sideOf(stock, "stock")] as const
    const timesOf = await steps.run(title, (note) =>
      interleave([...sides], { rounds: sizes.requests, warm_up: sizes.warm_up, note })
    )
    const counted = {
      many: await countStatements(sides[0]),
      few: await countStatements(sides[1]),
      stock: await countStatements(sides[2]),
    }
    sections.push(
      moreOf(`${title}: Merkato more than stock`, counted.few, counted.stock),
      moreOf(`${title}: many vendors more than few`, counted.many, counted.few),
      inOrder(`${title}: many vendors`, counted.many)
    )
    const measured = (name: keyof typeof counted, label: string): Measured => ({
      name: label,
      times: timesOf(name),
      statements: counted[name].count,
    })
    const withFew = measured("few", `${vendors.few} vendors`)
    figures.push(
      ratioOfTimes({
        id,
        title,
        measured: measured("many", `${vendors.many} vendors`),
        beside: withFew,
        ceiling: CEILING,
      }),
      ratioOfTimes({
        id: `${id}-stock`,
        title: `${title}: beside stock, for information`,
        measured: withFew,
        beside: measured("stock", "stock, the same shops"),
      })
    )
  }

  steps.say(await writeStatements("shipping", sections))

  return figures
}

/** In the cart are products of two shops; the item added is of a third. */
function requestsOn(market: BenchMarket): Request[] {
  const [two, third = ""] = [market.variants.slice(0, 2), market.variants[2]]

  return [
    {
      id: "add-item",
      title: "Add an item",
      sideOf: (shop, name) => ({
        name,
        server: shop.server,
        prepare: () => shop.cartWith(two),
        run: (cartId) => shop.addItem(cartId, third),
      }),
    },
    {
      id: "add-item-delivery-chosen",
      title: "Add an item of another shop, delivery chosen",
      sideOf: (shop, name) => ({
        name,
        server: shop.server,
        prepare: async () => {
          const cartId = await shop.cartWith(two)
          await shop.chooseShipping(cartId, market.profiles.slice(0, 2))
          return cartId
        },
        run: (cartId) => shop.addItem(cartId, third),
      }),
    },
    {
      id: "shipping-options",
      title: "List shipping options",
      sideOf: (shop, name) => ({
        name,
        server: shop.server,
        prepare: () => shop.cartWith([...two, third]),
        run: async (cartId) => (await shop.listShippingOptions(cartId)).ms,
      }),
    },
  ]
}
