import { z } from "@medusajs/framework/zod"
import { type Figure, ratioOfTimes } from "../figures"
import { countRows } from "../market"
import { countStatements, interleave, type Side } from "../measure"
import { inOrder, writeStatements } from "../statements-file"
import type { Storefront } from "../storefront"
import { type Context, shopOf } from "./context"

const CEILING = 1.25
const PAGE = 20
const Products = z.object({ products: z.object({ id: z.string() }).array().length(PAGE), count: z.number() })

/** The store's product list, on the same catalogue with and without the marketplace. */
export async function measureProducts(context: Context): Promise<Figure[]> {
  const { steps, sizes, market } = context
  const merkato = shopOf(context, "few")
  const stock = shopOf(context, "stock")
  const products = await countRows(merkato.server.database_url, "product")
  const middle = Math.floor(products / 2)
  const lists = [
    { id: "products", title: "Product list", query: "" },
    {
      id: "products-prices",
      title: "Product list with prices",
      query: `&region_id=${market.region_id}&fields=*variants.calculated_price`,
    },
    { id: "products-middle", title: "Product list, page in the middle", query: `&offset=${middle}` },
  ]

  const figures: Figure[] = []
  const sections: ReturnType<typeof inOrder>[] = []
  for (const { id, title, query } of lists) {
    const sideOf = (name: string, shop: Storefront): Side<null> => ({
      name,
      server: shop.server,
      prepare: async () => null,
      run: async () => (await shop.call(Products, "GET", `/store/products?limit=${PAGE}${query}`)).ms,
    })
    const sides = [sideOf("Merkato", merkato), sideOf("stock", stock)] as const
    const timesOf = await steps.run(title, (note) =>
      interleave([...sides], { rounds: sizes.requests, warm_up: sizes.warm_up, note })
    )
    const [own, plain] = [await countStatements(sides[0]), await countStatements(sides[1])]
    sections.push(inOrder(`${title}, Merkato`, own, true), inOrder(`${title}, stock`, plain, true))
    figures.push(
      ratioOfTimes({
        id,
        title: `${title}, ${products} products`,
        measured: { name: "Merkato", times: timesOf("Merkato"), statements: own.count },
        beside: { name: "stock", times: timesOf("stock"), statements: plain.count },
        ceiling: CEILING,
      })
    )
  }

  steps.say(await writeStatements("products", sections))

  return figures
}
