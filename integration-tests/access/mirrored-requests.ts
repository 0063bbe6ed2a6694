import fc from "fast-check"
import type { HostileRequest } from "./hostile-request"
import { recipes } from "./recipes"
import type { Prepared } from "./recipes/recipe"
import type { World } from "./world"

/** A request that is right for the first shop, and the same one as it would be right for the other. */
export type MirroredRequest = { route: string; own: Prepared; foreign: Prepared }

/** The same marketplace as the other shop sees it: what a recipe prepares in it belongs to the other shop. */
const mirrorOf = (world: World): World => ({
  ...world,
  shop: world.other,
  other: world.shop,
  clients: { ...world.clients, "shop:owner": world.clients["other-shop"] },
  people: { ...world.people, "shop:owner": world.people["other-shop"] as World["people"][string] },
})

/**
 * Every request under `/vendor` that the route walk knows how to make succeed, prepared for both shops. Those that a
 * shop cannot prepare twice, or that are no JSON, are told and left to random requests.
 */
export async function mirroredRequests(world: World): Promise<MirroredRequest[]> {
  const mirror = mirrorOf(world)
  const pairs: MirroredRequest[] = []
  for (const [route, recipe] of Object.entries(recipes).filter(([key]) => key.includes(" /vendor/"))) {
    try {
      const own = await recipe(world, "shop:owner")
      const foreign = await recipe(mirror, "shop:owner")
      if (!own.form && !own.sign_in && !own.headers) {
        pairs.push({ route, own, foreign })
      }
    } catch (error) {
      process.stderr.write(`not mirrored: ${route}, because ${(error as Error).message.slice(0, 200)}\n`)
    }
  }

  return pairs
}

/** A right request of the first shop in which some values are the other shop's. */
export const mirroredRequest = (pairs: MirroredRequest[]): fc.Arbitrary<HostileRequest> =>
  fc
    .record({
      pair: fc.constantFrom(...pairs),
      swaps: fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
      as: fc.nat({ max: 9 }),
    })
    .map(({ pair: { route, own, foreign }, swaps, as }) => {
      const left = [...swaps]
      const params = mixed(own.params ?? {}, foreign.params ?? {}, left) as Record<string, string>
      const path = route.replaceAll(/:(\w+)/g, (_, name) => encodeURIComponent(params[name] ?? "none"))

      return {
        as,
        path: own.query ? `${path}?${own.query}` : path,
        body: mixed(own.body, foreign.body, left),
        headers: {},
      }
    })

/** Each leaf from one of two values of the same form. */
function mixed(own: unknown, foreign: unknown, swaps: boolean[]): unknown {
  if (Array.isArray(own) && Array.isArray(foreign)) {
    return own.map((value, index) => mixed(value, foreign[index] ?? value, swaps))
  }
  if (isRecord(own) && isRecord(foreign)) {
    return Object.fromEntries(
      Object.entries(own).map(([name, value]) => [name, mixed(value, foreign[name] ?? value, swaps)])
    )
  }

  return swaps.pop() ? foreign : own
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null
