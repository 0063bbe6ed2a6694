import { ApiLoader } from "@medusajs/framework/http"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"
import { type Client, clientWith } from "../helpers/people"
import { type Actor, SHOP_ACTORS } from "./actors"
import { type HostileRequest, hostileRequest } from "./hostile-request"
import { buyFromBoth, hashesOf, type Ids, idsOf, MARK, markOtherShop } from "./marked-shop"
import { mirroredRequest, mirroredRequests } from "./mirrored-requests"
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

medusaIntegrationTestRunner({
  inApp: true,
  env: {},
  testSuite: ({ getContainer, api }) => {
    let seed: Seed
    let world: World

    beforeAll(async () => {
      seed = await seedWorld(getContainer())
    })

    it(`shows and changes nothing of another shop, whatever is asked (seed ${SEED})`, async () => {
      process.stderr.write(`the cross-tenant fuzz: ${REQUESTS} requests, FUZZ_SEED=${SEED}\n`)
      world = await enterWorld(getContainer(), seed, api.defaults.baseURL)
      const pairs = await mirroredRequests(world)
      await markOtherShop(world)
      await buyFromBoth(world)
      const foreign = await idsOf(world, world.other.id)
      const own = await idsOf(world, world.shop.id)
      expectRecords(foreign)
      const before = await hashesOf(world, foreign)
      const output = watchOutput(MARK)

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

    it("notices a mark that is shown and a row that is changed", async () => {
      world = await enterWorld(getContainer(), seed, api.defaults.baseURL)
      await markOtherShop(world)
      const foreign = await idsOf(world, world.other.id)
      const before = await hashesOf(world, foreign)

      const { body } = await world.clients["other-shop"]("GET", "/vendor/products")
      expect(JSON.stringify(body)).toContain(MARK)
      await world.sql("update product_variant set barcode = 'moved' where id = ?", [foreign.variant_id?.[0]])
      expect(await hashesOf(world, foreign)).not.toEqual(before)
    })

    const askAll = async (requests: HostileRequest[]) => {
      const leaks: string[] = []
      const statuses = new Map<number, number>()
      for (let at = 0; at < requests.length; at += AT_ONCE) {
        const answers = await Promise.all(requests.slice(at, at + AT_ONCE).map(ask))
        for (const { request, status, text } of answers) {
          statuses.set(status, (statuses.get(status) ?? 0) + 1)
          if (text.includes(MARK) && !isPublic(request)) {
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
        "update access_session set revoked_at = null, vendor_id = null where revoked_at is not null"
      )
    }
  },
})

/** The storefront shows what shops sell. */
const isPublic = ({ path }: HostileRequest) => path.split(" ")[1]?.startsWith("/store/") ?? false

const around = (text: string) => text.slice(Math.max(0, text.indexOf(MARK) - 150), text.indexOf(MARK) + 50)

/** An empty list would prove nothing of its kind. */
function expectRecords(ids: Ids): void {
  expect(Object.entries(ids).filter(([, list]) => !list.length)).toEqual([])
}
