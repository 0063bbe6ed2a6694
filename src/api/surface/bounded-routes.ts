import { createRequire } from "node:module"
import { dirname, join } from "node:path"

type Route = object
type Finder = { add(route: Route): void; find(url: string, method: string): Route | null }
type FinderClass = new (routes?: Route[]) => Finder

const MAX_ENTRIES = 2000
/** Addresses can be long; what counts in the end is memory. */
const MAX_CHARACTERS = 400_000

/**
 * Medusa's finder of routes remembers every address that it was ever asked for. This one is Medusa's still, and is made
 * anew when it has remembered enough: that costs some milliseconds once in thousands of new addresses.
 */
export function boundedFinder(Original: FinderClass) {
  return class BoundedRoutesFinder implements Finder {
    readonly #routes: Route[] = []
    readonly #known = new Set<string>()
    #characters = 0
    #inner: Finder = new Original()

    constructor(routes: Route[] = []) {
      routes.forEach((route) => {
        this.add(route)
      })
    }

    /** How many addresses are remembered. */
    get size(): number {
      return this.#known.size
    }

    add(route: Route): void {
      this.#routes.push(route)
      this.#inner.add(route)
    }

    find(url: string, method: string): Route | null {
      const key = `${method}:${url}`
      if (!this.#known.has(key)) {
        this.#remember(key)
      }

      return this.#inner.find(url, method)
    }

    #remember(key: string): void {
      if (this.#known.size >= MAX_ENTRIES || this.#characters + key.length > MAX_CHARACTERS) {
        this.#known.clear()
        this.#characters = 0
        this.#inner = new Original(this.#routes)
      }
      this.#known.add(key)
      this.#characters += key.length
    }
  }
}

/**
 * Puts the bounded finder where Medusa's router takes its own from, before the router is made. Tells when a new version
 * of Medusa no longer has the place, because the memory of the server would grow without an end again.
 */
export function boundRouteCaches(warn: (message: string) => void): void {
  const load = createRequire(__filename)
  try {
    const path = join(dirname(load.resolve("@medusajs/framework/http")), "routes-finder.js")
    const place = load(path) as { RoutesFinder?: FinderClass }
    const Original = place.RoutesFinder
    const methods = Original?.prototype as Partial<Finder> | undefined
    if (!Original || typeof methods?.find !== "function" || typeof methods.add !== "function") {
      throw new Error(`${path} has no RoutesFinder`)
    }
    place.RoutesFinder = boundedFinder(Original)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    warn(`The memory of addresses in Medusa's router is not bounded: ${reason}.`)
  }
}
