import { ApiLoader } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import fc from "fast-check"
import { type Client, clientWith } from "../helpers/people"
import { serverTests } from "../helpers/server-tests"
import { type Actor, SHOP_ACTORS } from "./actors"
import { showsDeliveryCode } from "./delivery-codes"
import { buyFromBoth, fillOtherShop, settleReports } from "./filled-shop"
import { type HostileRequest, hostileRequest } from "./hostile-request"
import { markOtherShop, PRIVATE_MARK, PUBLIC_MARK, SECRETS } from "./marks"
import { mirroredRequest, mirroredRequests } from "./mirrored-requests"
import { hashesOf, tablesOfShops } from "./shop-hashes"
import { type Ids, idsOf } from "./shop-ids"
import { watchOutput } from "./watch-output"
import { enterWorld, type Seed, seedWorld, type World } from "./world"

jest.setTimeout(900_000)

const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 5000)
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2_147_483_647)
const AT_ONCE = 8

const routes: string[] = []
ApiLoader.traceRoute = (handler, { route, method }) => {
  if (/^\/(vendor|store|admin)\//.test(route)) {
    // More often where shops meet; core's staff routes refuse them all, which the walk proves.
    routes.push(...Array(route.startsWith("/vendor/") ? 30 : 1).fill(`${method} ${route}`))
  }

  return handler
}

serverTests({
  testSuite: ({ getContainer, api }) => {
    let seed: Seed
    let world: World

    beforeAll(async () => {
      seed = await seedWorld(getContainer())
    })

    it(`shows and changes nothing of another shop, whatever is asked (seed ${SEED})`, async () => {
      process.stderr.write(`the cross-tenant fuzz: ${REQUESTS} requests, FUZZ_SEED=${SEED}\n`)
      world = await enterWorld(getContainer(), seed, api.defaults.baseURL)
      const output = watchOutput(getContainer(), PUBLIC_MARK, ...SECRETS)
      const pairs = await mirroredRequests(world)
      const foreign = await prepareOtherShop()
      const own = await idsOf(world, world.shop.id)
      const before = await hashesOf(world, foreign)

      const requests = fc.sample(fc.oneof(hostileRequest({ routes, own, foreign }), mirroredRequest(pairs)), {
        numRuns: REQUESTS,
        seed: SEED,
      })
      expect(pairs.length).toBeGreaterThan(40)
      const { leaks, statuses } = await askAll(requests)

      process.stderr.write(
        `answers by status: ${JSON.stringify(Object.fromEntries([...statuses].toSorted()))}\n`
      )
      expect(leaks.slice(0, 10)).toEqual([])
      expect(output.stop()).toEqual([])
      expect(await hashesOf(world, foreign)).toEqual(before)
      // Most of it has to get past validation, or nothing is proved.
      expect(statuses.get(200) ?? 0).toBeGreaterThan(REQUESTS / 50)
      expect(statuses.get(404) ?? 0).toBeGreaterThan(REQUESTS / 50)
      expect(statuses.get(500) ?? 0).toBe(0)
    })

    it("looks at all that the other shop has, and notices what is shown, logged or changed of it", async () => {
      world = await enterWorld(getContainer(), seed, api.defaults.baseURL)
      await mirroredRequests(world)
      const foreign = await prepareOtherShop()
      const before = await hashesOf(world, foreign)

      // An empty list would prove nothing of its kind, a table without a hash nothing of its rows.
      expect(Object.entries(foreign).filter(([, list]) => !list.length)).toEqual([])
      expect((await tablesOfShops(world)).filter((table) => !before[table])).toEqual([])

      const askAs = async (actor: Actor, path: string) =>
        JSON.stringify((await world.clients[actor]("GET", path)).body)

      expect(isLeak("/vendor/products", await askAs("other-shop", "/vendor/products"))).toBe(true)
      expect(isLeak("/store/products", await askAs("anonymous", "/store/products?limit=100"))).toBe(false)
      for (const path of HIDDEN_PLACES) {
        expect({ path, text: await askAs("other-shop", path) }).toEqual({
          path,
          text: expect.stringContaining(PRIVATE_MARK),
        })
      }
      const output = watchOutput(getContainer(), PRIVATE_MARK)
      getContainer().resolve(ContainerRegistrationKeys.LOGGER).info(`said ${PRIVATE_MARK}`)
      expect(output.stop()).toHaveLength(1)

      for (const [table, change] of CHANGES) {
        await world.sql(`update ${table} set ${change} where vendor_id = ?`, [world.other.id])
        expect((await hashesOf(world, foreign))[table]).not.toBe(before[table])
      }
    })

    /** Everything that the other shop has, with the marks in it. */
    const prepareOtherShop = async (): Promise<Ids> => {
      await markOtherShop(world)
      await buyFromBoth(world)
      await fillOtherShop(world)
      await markOtherShop(world)
      await settleReports(world)

      return idsOf(world, world.other.id)
    }

    const askAll = async (requests: HostileRequest[]) => {
      const leaks: string[] = []
      const statuses = new Map<number, number>()
      for (let at = 0; at < requests.length; at += AT_ONCE) {
        const answers = await Promise.all(requests.slice(at, at + AT_ONCE).map(ask))
        for (const { request, status, text } of answers) {
          statuses.set(status, (statuses.get(status) ?? 0) + 1)
          if (isLeak(request.path.split(" ")[1] ?? "/", text)) {
            leaks.push(`${request.path} ${JSON.stringify(request.body)}: ${around(text)}`)
          }
        }
        await leaveSignedIn()
      }

      return { leaks, statuses }
    }

    const actors: Actor[] = [...SHOP_ACTORS, "shop:owner", "shop:owner", "shop:owner", "key"]
    const ask = async (request: HostileRequest) => {
      const { path, body, headers, as } = request
      const [method = "GET", address = "/"] = path.split(" ")
      const actor = actors[as % actors.length] as Actor
      const client: Client = address.startsWith("/store/")
        ? clientWith(world.base_url, { "x-publishable-api-key": world.market.publishable_key })
        : world.clients[actor]
      const answer = await client(method, address, method === "GET" ? undefined : body, headers)

      return { request, status: answer.status, text: JSON.stringify(answer.body) }
    }

    /** A member may leave the shop or lose their role by their own request: they are put back, so that the next is asked. */
    const leaveSignedIn = async () => {
      for (const actor of SHOP_ACTORS) {
        await world.sql(
          `insert into vendor_member (id, vendor_id, user_id, role) values (?, ?, ?, ?)
           on conflict (vendor_id, user_id) do update set role = excluded.role, deleted_at = null`,
          [`vmem_back_${actor}`, world.shop.id, world.people[actor]?.id, actor.split(":")[1]]
        )
      }
      await world.sql(
        `update access_session set revoked_at = null, vendor_id = null
         where revoked_at is not null and actor_id in (select user_id from vendor_member where vendor_id = ?)`,
        [world.shop.id]
      )
    }
  },
})

/** What the other shop's own people are shown with the private mark in it, so that others would be. */
const HIDDEN_PLACES = [
  "/vendor/bank-account",
  "/vendor/invitations",
  "/vendor/api-keys",
  "/vendor/onboarding",
  "/vendor/members",
  "/vendor/customers",
  "/vendor/orders?limit=100",
  "/vendor/products?limit=100&status=draft",
  "/vendor/stock-locations",
  "/vendor/payouts",
]

const CHANGES = [
  ["vendor_member", "role = 'finance'"],
  ["vendor_api_key", "revoked_at = now()"],
  ["vendor_invitation", "sent_count = 5"],
  ["vendor_document", "size_bytes = 7"],
  ["access_session", "vendor_id = null"],
  ["product_slot", "expires_at = now()"],
] as const

/** The storefront shows what shops sell, and what they keep to themselves no more than any other surface. */
const isLeak = (address: string, text: string) =>
  SECRETS.some((secret) => text.includes(secret)) ||
  showsDeliveryCode(text) ||
  (text.includes(PUBLIC_MARK) && !address.startsWith("/store/"))

function around(text: string): string {
  const at = text.search(new RegExp([PUBLIC_MARK, ...SECRETS].join("|")))

  return text.slice(Math.max(0, at - 150), at + 50)
}
