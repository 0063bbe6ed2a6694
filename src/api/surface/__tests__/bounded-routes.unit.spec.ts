import { dirname, join } from "node:path"
import { boundedFinder, boundRouteCaches } from "../bounded-routes"

type Finder = {
  add(route: object): void
  find(url: string, method: string): { matcher?: string } | null
  size?: number
}

const PATH = join(dirname(require.resolve("@medusajs/framework/http")), "routes-finder.js")
const place = require(PATH) as { RoutesFinder: new (routes?: object[]) => Finder }
const Original = place.RoutesFinder

const ROUTES = [
  { matcher: "/store/products/:id", method: "GET" },
  { matcher: "/store/products*", methods: ["GET", "POST"] },
  { matcher: "/admin/*", methods: ["GET"] },
  { matcher: /^\/hooks\/.+$/, methods: ["POST"] },
]

afterAll(() => {
  place.RoutesFinder = Original
})

describe("the memory of addresses in Medusa's router", () => {
  it("stays bounded after 20,000 addresses, short and long, and answers what Medusa's own answers", () => {
    const Bounded = boundedFinder(Original)
    const bounded = new Bounded(ROUTES) as Finder
    const original = new Original(ROUTES)
    let largest = 0
    for (let index = 0; index < 20_000; index += 1) {
      const url = `/${["store/products", "admin", "hooks", "nothing"][index % 4]}/${index}${"x".repeat(index % 700)}`
      const method = index % 3 ? "GET" : "POST"
      expect(bounded.find(url, method)?.matcher).toBe(original.find(url, method)?.matcher)
      largest = Math.max(largest, bounded.size ?? 0)
    }

    expect(largest).toBeGreaterThan(500)
    expect(largest).toBeLessThanOrEqual(2000)
  })

  it("is bounded in the place that the router takes its finder from", () => {
    const warnings: string[] = []
    boundRouteCaches((message) => warnings.push(message))

    expect(warnings).toEqual([])
    expect(place.RoutesFinder).not.toBe(Original)
    const router = require(join(dirname(PATH), "router.js")) as object
    expect(Object.keys(router)).toContain("ApiLoader")
    const finder = new place.RoutesFinder()
    finder.add({ matcher: "/a", methods: ["GET"] })
    for (let index = 0; index < 5000; index += 1) {
      finder.find(`/a/${index}`, "GET")
    }
    expect(finder.size).toBeLessThanOrEqual(2000)
    expect(finder.find("/a", "GET")).toMatchObject({ matcher: "/a" })
  })

  it("is told to be without bounds when Medusa has changed", () => {
    const warnings: string[] = []
    const current = place.RoutesFinder
    place.RoutesFinder = class {} as never
    boundRouteCaches((message) => warnings.push(message))
    place.RoutesFinder = current

    expect(warnings).toEqual([expect.stringContaining("is not bounded")])
  })
})
