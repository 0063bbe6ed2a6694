import { readdirSync } from "node:fs"
import { ApiLoader } from "@medusajs/framework/http"
import { serverTests } from "../helpers/server-tests"
import { configureOutside } from "./outside"
import { recipes } from "./recipes"
import { unreachable } from "./recipes/unreachable"
import { confirmWaitingImports } from "./records/waiting-import"
import { endWaitingRuns } from "./records/workflow-run"
import { readTable } from "./table"
import { walk } from "./walk"
import { enterWorld, type Seed, seedWorld, type World } from "./world"

jest.setTimeout(900_000)

const registered = new Set<string>()

// Medusa's own hook, called for each route that it registers: core's, plugins' and ours.
ApiLoader.traceRoute = (handler, { route, method }) => {
  registered.add(`${method} ${route}`)

  return handler
}

/** The walk stands in two test files, `route-walk-<part>.spec.ts`, so that two cores share it; each knows the whole table. */
const PARTS = {
  staff: ["/admin"],
  shops: ["/vendor", "/store", "/auth", "/cloud /health /hooks /static"],
}

/** Walks all routes of a part as everybody. */
export function walkRoutes(part: keyof typeof PARTS): void {
  configureOutside()
  serverTests({
    // Registered in any case, these routes answer "not found" until the operator turns the flag on.
    env: { MEDUSA_FF_VIEW_CONFIGURATIONS: "true" },
    testSuite: ({ getContainer, api }) => {
      const started_at = performance.now()
      const table = readTable()
      let seed: Seed
      let world: World

      beforeAll(async () => {
        seed = await seedWorld(getContainer())
        for (const [key, reason] of Object.entries(unreachable)) {
          process.stderr.write(`not called with success: ${key}, because ${reason}\n`)
        }
      })

      beforeEach(async () => {
        world = await enterWorld(getContainer(), seed, api.defaults.baseURL)
      })

      afterAll(() => {
        process.stderr.write(`the walk of ${PARTS[part].join(", ")} took ${secondsSince(started_at)}\n`)
      })

      it("knows every route that is registered, and no other, and one of its files walks it", () => {
        const walked = Object.values(PARTS).flat().join(" ").split(" ")
        const files = readdirSync(__dirname).filter((name) => name.startsWith("route-walk-"))

        expect({
          without_row: [...registered].filter((key) => !table.has(key)).toSorted(),
          without_route: [...table.keys()].filter((key) => !registered.has(key)).toSorted(),
          without_recipe: [...table]
            .filter(([key, row]) => row.allowed.size && !recipes[key] && !unreachable[key] && isWalked(key))
            .map(([key]) => key)
            .toSorted(),
          without_walk: [...table]
            .filter(([, { path }]) => !walked.includes(surfaceOf(path)))
            .map(([key]) => key),
        }).toEqual({ without_row: [], without_route: [], without_recipe: [], without_walk: [] })
        expect(files.toSorted()).toEqual(
          Object.keys(PARTS)
            .map((name) => `route-walk-${name}.spec.ts`)
            .toSorted()
        )
      })

      it.each(PARTS[part])(
        "lets in under %s those whom the table names, on a real record, and nobody else, to whom nothing changes",
        async (surfaces) => {
          const rows = [...table].filter(
            ([key, { path }]) => surfaces.split(" ").includes(surfaceOf(path)) && isWalked(key)
          )
          const began_at = performance.now()
          const problems = await walk(
            world,
            rows.map(([key, row]) => [row, recipes[key]])
          ).finally(async () => {
            // Whatever went wrong: the runner waits for ever for a run that nobody ends.
            await confirmWaitingImports(world)
            await endWaitingRuns(world)
          })

          process.stderr.write(`${rows.length} routes of ${surfaces} in ${secondsSince(began_at)}\n`)
          expect(problems).toEqual([])
        }
      )
    },
  })
}

const secondsSince = (start: number) => `${((performance.now() - start) / 1000).toFixed(1)} s`

const named = (process.env.WALK ?? "").split(",")

/** All rows, or those that contain one of the texts that the environment names. */
const isWalked = (key: string) => named.some((text) => key.includes(text))

/** `/admin` of `/admin/orders/:id`. */
const surfaceOf = (path: string) => `/${path.split("/")[1]}`
