import type { MedusaContainer, ModuleImplementations } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createApiKeysWorkflow } from "@medusajs/medusa/core-flows"
import { STAFF_ROLES, VENDOR_ROLES } from "../../src/lib/permissions"
import { createMarketplace, type Marketplace, type MarketVendor } from "../helpers/create-marketplace"
import {
  type Client,
  clientWith,
  createBuyer,
  createMember,
  createStaff,
  createUser,
  type Person,
} from "../helpers/people"
import { Shopper } from "../helpers/shopper"
import { ACTORS, type Actor, tokenOf } from "./actors"
import { makeShopKey } from "./shop-key"

/** A running marketplace with somebody of each kind, signed in. */
export type World = {
  container: MedusaContainer
  base_url: string
  market: Marketplace
  /** The shop of the walk, and another one. */
  shop: MarketVendor
  other: MarketVendor
  people: Record<string, Person>
  clients: Record<Actor, Client>
  shopper: Shopper
  sql: <Row = Record<string, string>>(text: string, values?: unknown[]) => Promise<Row[]>
  /** A number that was not given before, for what has to be unique. */
  serial: () => number
}

/** What the tests' template database holds: shops and people. */
export async function seedWorld(container: MedusaContainer) {
  const market = await createMarketplace(container, { vendors: 2, products_per_vendor: 2 })
  const [shop, other] = market.vendors as [MarketVendor, MarketVendor]
  const people: Record<string, Person> = {
    buyer: await createBuyer(container),
    nobody: await createUser(container, "nobody@example.com"),
    "other-shop": await createMember(container, other.id, "owner", "owner@other.example.com"),
  }
  for (const role of VENDOR_ROLES) {
    people[`shop:${role}`] = await createMember(container, shop.id, role, `${role}@shop.example.com`)
  }
  for (const role of STAFF_ROLES) {
    people[`staff:${role}`] = await createStaff(container, role)
  }
  people.suspended = people["shop:owner"]!
  const { result } = await createApiKeysWorkflow(container).run({
    input: {
      api_keys: [{ title: "Machine", type: "secret", created_by: people["staff:owner"]!.id }],
    },
  })
  const shop_key = await makeShopKey(container, { vendor_id: shop.id, user_id: people["shop:owner"]!.id })

  return { market, shop, other, people, secret_key: result[0]!.token, shop_key }
}

export type Seed = Awaited<ReturnType<typeof seedWorld>>

/** Over all worlds of a process: the messages to somebody outlive the database. */
let serial = 0

/** Signs everybody in. Called in a test, since the database goes back to its template before each. */
export async function enterWorld(container: MedusaContainer, seed: Seed, base_url: string): Promise<World> {
  const storefront = { "x-publishable-api-key": seed.market.publishable_key }
  const clients = {} as Record<Actor, Client>
  for (const actor of ACTORS) {
    clients[actor] = clientWith(base_url, { ...storefront, ...(await headersOf(container, seed, actor)) })
  }
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)

  return {
    ...seed,
    container,
    base_url,
    clients,
    shopper: new Shopper(base_url, seed.market.publishable_key),
    sql: async (text, values = []) => (await connection.raw(text, values as string[])).rows,
    serial: () => {
      serial += 1

      return serial
    },
  }
}

async function headersOf(
  container: MedusaContainer,
  seed: Seed,
  actor: Actor
): Promise<Record<string, string>> {
  const person = seed.people[actor]
  if (actor === "secret-key") {
    return { authorization: `Basic ${Buffer.from(`${seed.secret_key}:`).toString("base64")}` }
  }
  if (actor === "key") {
    return { authorization: `Bearer ${seed.shop_key}` }
  }
  if (!person) {
    return {}
  }

  return {
    authorization: `Bearer ${await tokenOf(container, person, actor === "buyer" ? "customer" : "user")}`,
  }
}

/** As a call of a client, for preparing: anything but a 2xx fails with the answer. */
export async function must<Body = Record<string, never>>(
  client: Client,
  method: string,
  path: string,
  body?: unknown
): Promise<Body> {
  const answer = await client<Body>(method, path, body)
  if (answer.status >= 300) {
    throw new Error(
      `${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body).slice(0, 500)}`
    )
  }

  return answer.body
}

export const moduleOf = <Name extends keyof ModuleImplementations>(
  world: World,
  name: Name
): ModuleImplementations[Name] => world.container.resolve(name)
