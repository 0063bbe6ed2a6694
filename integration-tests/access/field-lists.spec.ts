import { readdirSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { MedusaModule } from "@medusajs/framework/modules-sdk"
import { createMarketplace, type Marketplace } from "../helpers/create-marketplace"
import { type Client, clientWith, createMember, signIn } from "../helpers/people"
import { serverTests } from "../helpers/server-tests"
import { Shopper } from "../helpers/shopper"

jest.setTimeout(300_000)

type QueryConfig = { allowed?: string[]; defaults?: string[]; isList?: boolean }

const load = createRequire(__filename)
const CORE_STORE = join(dirname(load.resolve("@medusajs/medusa/package.json")), "dist/api/store")
const OURS = ["store/vendors", "vendor/categories", "vendor/products", "vendor/shops", "vendor/tags"]

/** What no list of the store or of shops may hold, at any depth. */
const PRIVATE =
  /(^|\.)(\w+_link|vendor_\w+|bank_accounts?|members?|account_holders?|users?|auth_identit\w+|api_keys?|customers)(\.|$)/

const isConfig = (value: unknown): value is QueryConfig =>
  typeof value === "object" && value !== null && "isList" in value

const configsOf = (file: string) =>
  Object.entries(load(file) as Record<string, unknown>).flatMap(([name, value]) =>
    isConfig(value) ? [{ name: `${file} ${name}`, ...value }] : []
  )

const storeConfigs = () =>
  readdirSync(CORE_STORE, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("query-config.js"))
    .flatMap((file) => configsOf(join(CORE_STORE, file)))

const ourConfigs = () =>
  OURS.flatMap((folder) => configsOf(join(__dirname, "../../src/api", folder, "query-config")))

const segmentsOf = (fields: string[] = []) =>
  fields.flatMap((field) => field.replace(/^\*|\.\*$/g, "").split("."))

/** Every name by which `fields` could walk from one record to another: of modules, models and links, core's and ours. */
function aliases(): string[] {
  const names = MedusaModule.getAllJoinerConfigs().flatMap((config) => [
    ...[config.alias ?? []].flat().flatMap(({ name }) => name),
    ...(config.relationships ?? []).map(({ alias }) => alias),
    ...(config.extends ?? []).flatMap(({ fieldAlias, relationship }) => [
      relationship.alias,
      ...Object.keys(fieldAlias ?? {}),
    ]),
  ])

  return [...new Set(names)].filter(Boolean)
}

function keysOf(value: unknown, into = new Set<string>()): Set<string> {
  if (Array.isArray(value)) {
    for (const each of value) {
      keysOf(each, into)
    }
  } else if (value && typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) {
      into.add(key)
      keysOf(inner, into)
    }
  }

  return into
}

/** At the root and behind a relation, as one field and whole, added to the defaults and in their place. */
const SPELLINGS = [
  (name: string) => `+${name}.id`,
  (name: string) => `*${name}`,
  (name: string) => `+vendor.${name}.id`,
  (name: string) => `+variants.${name}.id`,
  (name: string) => `${name}.id`,
]

/** In pieces that fit into an address. */
const chunks = (names: string[], size = 24) =>
  Array.from({ length: Math.ceil(names.length / size) }, (_, at) => names.slice(at * size, (at + 1) * size))

serverTests({
  testSuite: ({ getContainer, api }) => {
    let market: Marketplace
    let baseUrl: string
    let store: Client
    let shopper: Shopper

    beforeAll(async () => {
      market = await createMarketplace(getContainer(), { vendors: 2 })
      await createMember(getContainer(), market.vendors[0]!.id, "owner", "owner@shop.example.com")
      baseUrl = api.defaults.baseURL
      store = clientWith(baseUrl, { "x-publishable-api-key": market.publishable_key })
      shopper = new Shopper(baseUrl, market.publishable_key)
    })

    const placeOrder = async () => {
      const cart = await shopper.createCart(market.region_id, [market.vendors[0]!.products[0]!.variant_id])
      await shopper.chooseAnyShipping(cart.id)
      await shopper.startedSession(cart.id, "pp_system_default")

      return (await shopper.complete(cart.id)).body.order!
    }

    describe("the lists of fields", () => {
      it("stand on every query of the store and of shops, and hold nothing that is private", () => {
        const configs = [...storeConfigs(), ...ourConfigs()]
        expect(configs.length).toBeGreaterThan(30)
        for (const { name, allowed = [] } of configs) {
          expect([name, allowed.length > 0]).toEqual([name, true])
          expect([name, allowed.filter((field) => PRIVATE.test(field))]).toEqual([name, []])
        }
      })

      /** All that a list allows somewhere; what is left is reachable by nobody. */
      const unreachable = () => {
        const known = new Set(
          [...storeConfigs(), ...ourConfigs()].flatMap(({ allowed, defaults }) =>
            segmentsOf([...(allowed ?? []), ...(defaults ?? [])])
          )
        )

        return aliases().filter((name) => !known.has(name) && !["vendor", "vendors"].includes(name))
      }

      const answers = async (client: Client, path: string, names: string[]) => {
        const questions = chunks(names).flatMap((some) =>
          SPELLINGS.map((spelling) => ({ some, fields: some.map(spelling).join(",") }))
        )
        const { body: plain } = await client("GET", path)
        const shown = keysOf(plain)
        const seen: [string, number, string[]][] = []
        for (const { some, fields } of questions) {
          const address = `${path}${path.includes("?") ? "&" : "?"}fields=${encodeURIComponent(fields)}`
          const { status, body } = await client("GET", address)
          const found = [...keysOf(body)].filter((key) => some.includes(key) && !shown.has(key))
          if (found.length || ![200, 400].includes(status)) {
            seen.push([fields, status, found])
          }
        }

        return seen
      }

      it("leave every link and module of the marketplace out of the store's reach", async () => {
        const names = unreachable()
        expect(names).toEqual(
          expect.arrayContaining([
            "product_vendor",
            "promotion_vendor",
            "vendor_link",
            "products_link",
            "vendor_bank_account",
            "vendor_bank_accounts",
            "vendor_member",
            "vendor_api_key",
            "vendor_document",
            "vendor_order",
            "users",
            "auth_identity",
          ])
        )
        const order = await placeOrder()
        const cart = await shopper.createCart(market.region_id, [market.vendors[0]!.products[0]!.variant_id])
        const { handle, products } = market.vendors[0]!
        for (const path of [
          `/store/products/${products[0]!.id}`,
          "/store/product-categories",
          "/store/regions",
          `/store/carts/${cart.id}`,
          `/store/orders/${order.id}`,
          `/store/shipping-options?cart_id=${cart.id}`,
          `/store/vendors/${handle}/products`,
        ]) {
          expect([path, await answers(store, path, names)]).toEqual([path, []])
        }
      })

      it("leave them out of a shop's reach too", async () => {
        const owner = await signIn(baseUrl, "user", "owner@shop.example.com")
        const { id, products } = market.vendors[0]!
        const names = unreachable().filter((name) => !["product", "vendor_order"].includes(name))
        for (const path of [
          `/vendor/products/${products[0]!.id}`,
          `/vendor/products/${products[0]!.id}/variants`,
          `/vendor/shops/${id}`,
          "/vendor/categories",
        ]) {
          expect([path, await answers(owner, path, names)]).toEqual([path, []])
        }
        for (const path of [
          "orders",
          "customers",
          "returns",
          "inventory-items",
          "stock-locations",
          "shipping-options",
        ]) {
          expect([path, (await owner("GET", `/vendor/${path}?fields=vendor.*`)).status]).toEqual([path, 400])
        }
      })

      it("still hold what Medusa's own storefront asks for", async () => {
        const get = async <Body>(path: string, fields: string, query = "") => {
          const answer = await store<Body>("GET", `${path}?fields=${encodeURIComponent(fields)}${query}`)
          expect([path, answer.status]).toEqual([path, 200])

          return answer.body
        }
        const region = `&region_id=${market.region_id}`
        const { products } = await get<{ products: { variants: object[] }[] }>(
          "/store/products",
          "*variants.calculated_price,+variants.inventory_quantity,*variants.images,+metadata,+tags,",
          region
        )
        expect(products[0]!.variants[0]).toMatchObject({
          calculated_price: { calculated_amount: expect.any(Number) },
          inventory_quantity: expect.any(Number),
        })
        expect(products[0]).toMatchObject({ tags: [], metadata: null, vendor: { id: expect.any(String) } })

        const { id: cartId } = await shopper.createCart(market.region_id, [
          market.vendors[0]!.products[0]!.variant_id,
        ])
        await shopper.chooseAnyShipping(cartId)
        const { cart } = await get<{ cart: object }>(
          `/store/carts/${cartId}`,
          "*items, *region, *items.product, *items.variant, *items.thumbnail, *items.metadata, +items.total, *promotions, +shipping_methods.name"
        )
        expect(cart).toMatchObject({
          region: { id: market.region_id },
          promotions: [],
          items: [
            {
              total: expect.any(Number),
              product: { id: expect.any(String) },
              variant: { id: expect.any(String) },
            },
          ],
          shipping_methods: [{ name: expect.any(String) }],
        })

        const placed = await placeOrder()
        const { order } = await get<{ order: object }>(
          `/store/orders/${placed.id}`,
          "*payment_collections.payments,*items,*items.metadata,*items.variant,*items.product"
        )
        expect(order).toMatchObject({
          payment_collections: [{ payments: [{ id: expect.any(String) }] }],
          items: [{ variant: { id: expect.any(String) }, product: { id: expect.any(String) } }],
        })
        const { product_categories } = await get<{ product_categories: object[] }>(
          "/store/product-categories",
          "*category_children, *products, *parent_category, *parent_category.parent_category"
        )
        expect(product_categories).toEqual(expect.any(Array))
        await get("/store/collections", "id,handle,*products")
        await get("/store/regions", "*countries,*payment_providers")
      })
    })
  },
})
