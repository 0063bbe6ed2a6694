import type { World } from "../world"

type Maker<Thing> = (world: World) => Promise<Thing>

/** Makes a record when it is first asked for and hands the same one to every route that only reads. */
export function once<Thing>(make: Maker<Thing>): Maker<Thing> {
  const made = new WeakMap<World, Promise<Thing>>()

  return (world) => {
    const thing = made.get(world) ?? make(world)
    made.set(world, thing)

    return thing
  }
}
