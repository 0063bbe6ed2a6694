import { ApiLoader } from "@medusajs/framework/http"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { configureOutside } from "./outside"
import { recipes } from "./recipes"
import { unreachable } from "./recipes/unreachable"
import { readTable } from "./table"
import { expectRow } from "./walk"
import { enterWorld, type Seed, seedWorld, type World } from "./world"

jest.setTimeout(900_000)

const registered = new Set<string>()

// Medusa's own hook, called for each route that it registers: core's, plugins' and ours.
ApiLoader.traceRoute = (handler, { route, method }) => {
  registered.add(`${method} ${route}`)

  return handler
}

/**
 * Walks all routes of some surfaces as everybody. The walk stands in two test files, so that two cores share it; each
 * knows the whole table.
 */
export function walkRoutes(surfaces: string[]): void {
  configureOutside()
  medusaIntegrationTestRunner({
    inApp: true,
    // Registered in any case, these routes answer "not found" until the operator turns the flag on.
    env: { MEDUSA_FF_VIEW_CONFIGURATIONS: "true" },
    testSuite: ({ getContainer, api }) => {
      const table = readTable()
      let seed: Seed
      let world: World

      beforeAll(async () => {
        seed = await seedWorld(getContainer())
      })

      beforeEach(async () => {
        world = await enterWorld(getContainer(), seed, api.defaults.baseURL)
      })

      beforeAll(() => {
        for (const [key, reason] of Object.entries(unreachable)) {
          process.stderr.write(`not called with success: ${key}, because ${reason}\n`)
        }
      })

      it("knows every route that is registered, and no other", () => {
        expect({
          without_row: [...registered].filter((key) => !table.has(key)).toSorted(),
          without_route: [...table.keys()].filter((key) => !registered.has(key)).toSorted(),
          without_recipe: [...table]
            .filter(([key, row]) => row.allowed.size && !recipes[key] && !unreachable[key] && isWalked(key))
            .map(([key]) => key)
            .toSorted(),
        }).toEqual({ without_row: [], without_route: [], without_recipe: [] })
      })

      it.each(surfaces)(
        "lets in under %s those whom the table names, on a real record, and nobody else",
        async (prefix) => {
          const rows = [...table.values()].filter(
            ({ method, path }) => surfaceOf(path) === prefix && isWalked(`${method} ${path}`)
          )
          const problems: string[] = []
          for (const row of rows) {
            problems.push(...(await expectRow(world, row, recipes[`${row.method} ${row.path}`])))
          }

          expect(problems).toEqual([])
        }
      )
    },
  })
}

const parts = (process.env.WALK ?? "").split(",")

/** All rows, or those that contain one of the parts that the environment names. */
const isWalked = (key: string) => parts.some((part) => key.includes(part))

const SURFACES = ["/admin", "/vendor", "/store", "/auth"]

const surfaceOf = (path: string) => SURFACES.find((surface) => path.startsWith(`${surface}/`)) ?? "/"
