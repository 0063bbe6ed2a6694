import type { World } from "../world"
import type { Recipes } from "./recipe"

type Resource = {
  /** Makes a record and returns its id. */
  make: (world: World) => Promise<string>
  /** The body that creates one. */
  create: (serial: number) => Record<string, unknown>
  update: Record<string, unknown>
}

/** The five routes that core has for most kinds of records. */
export const simpleResource = (path: string, { make, create, update }: Resource): Recipes => ({
  [`GET ${path}`]: async (world) => {
    await make(world)

    return {}
  },
  [`POST ${path}`]: (world) => ({ body: create(world.serial()) }),
  [`GET ${path}/:id`]: async (world) => ({ params: { id: await make(world) } }),
  [`POST ${path}/:id`]: async (world) => ({ params: { id: await make(world) }, body: update }),
  [`DELETE ${path}/:id`]: async (world) => ({ params: { id: await make(world) } }),
})
