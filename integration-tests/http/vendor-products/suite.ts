import type { MedusaContainer } from "@medusajs/framework/types"
import { ACCESS_MODULE } from "../../../src/modules/access"
import type { Settings } from "../../../src/modules/access/domain/settings"
import type AccessModuleService from "../../../src/modules/access/service"
import type { Marketplace } from "../../helpers/create-marketplace"
import { type Client, signIn } from "../../helpers/people"
import type { Shopper } from "../../helpers/shopper"

/** What all tests of a shop's products share: two shops with people, staff, categories and a tag. */
export type ProductSuite = {
  readonly base_url: string
  readonly container: MedusaContainer
  readonly market: Marketplace
  readonly shopper: Shopper
  readonly category: { open: string; internal: string; hidden: string }
  readonly tag_id: string
}

export type Price = { id: string; currency_code: string; amount: number }
export type Variant = {
  id: string
  title: string
  sku: string | null
  manage_inventory: boolean
  prices: Price[]
  options: { value: string; option_id: string }[]
}
export type Product = {
  id: string
  title: string
  handle: string
  status: string
  description: string | null
  thumbnail: string | null
  images: { id: string; url: string }[]
  options: { id: string; title: string; values: { value: string }[] }[]
  variants: Variant[]
  categories: { id: string }[]
  variant_count: number
  available_quantity: number | null
  lowest_prices: { currency_code: string; amount: number }[]
  last_decision: { decision: string; reason: string | null } | null
}
export type One = { product: Product; variant: Variant; code: string; message: string }
export type Page = {
  products: Product[]
  variants: Variant[]
  count: number
  offset: number
  limit: number
}
type SeenProduct = { product: { version: string } }
export type StoreProducts = { products: { id: string; variants?: { id: string }[] }[] }

export const SHIRT = {
  title: "Ankara shirt",
  status: "published",
  options: [{ title: "Size", values: ["S", "M"] }],
  variants: [
    {
      title: "Small",
      options: { Size: "S" },
      prices: [{ currency_code: "ngn", amount: "12500.50" }],
      stocked_quantity: 7,
    },
    { title: "Medium", options: { Size: "M" }, prices: [{ currency_code: "NGN", amount: 9900 }] },
  ],
}

/** The address of a picture that was sent to us. */
export const uploaded = (name: string) => `http://localhost:9000/static/${name}.webp`

export const toolsOf = (suite: ProductSuite) => {
  const as = (email: string) => signIn(suite.base_url, "user", email)

  const set = (values: Partial<Settings>) =>
    suite.container.resolve<AccessModuleService>(ACCESS_MODULE).writeSettings({ values, by: "user_test" })

  const sold = async () => {
    const { body } = await suite.shopper.call<StoreProducts>("GET", "/store/products?limit=100")

    return body.products.map(({ id }) => id)
  }

  const create = async (client: Client, body: object = SHIRT): Promise<Product> => {
    const answer = await client<One>("POST", "/vendor/products", body)
    if (answer.status !== 201) {
      throw new Error(`not created: ${answer.status} ${JSON.stringify(answer.body)}`)
    }

    return answer.body.product
  }

  /** What staff would bring back who look at the product now. */
  const versionOf = async (id: string): Promise<string> => {
    const staff = await as("catalogue@staff.example.com")

    return (await staff<SeenProduct>("GET", `/admin/products/${id}?fields=id`)).body.product.version
  }

  /** Staff decide on a product as they see it at this moment. */
  const decide = async (client: Client, id: string, action: "approve" | "reject", body: object = {}) =>
    client<One>("POST", `/admin/products/${id}/${action}`, { version: await versionOf(id), ...body })

  return { as, set, sold, create, versionOf, decide }
}
