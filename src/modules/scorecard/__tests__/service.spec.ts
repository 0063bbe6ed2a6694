import { join } from "node:path"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"
import { NO_ID, ownMethods } from "../../../lib/__tests__/own-methods"
import type { ShopHours } from "../../../lib/fair-clock"
import { SCORECARD_MODULE } from ".."
import { figureOf } from "../domain/figure"
import { JUDGES } from "../domain/judge"
import { METRICS, type Metric } from "../domain/metric"
import { type ShipRule, shipRuleOf } from "../domain/ship-rule"
import ScorecardModuleService from "../service"
import type { Standing } from "../types"
import { PLAIN_SQL } from "./plain-sql"
import { factsOf, idOf, now, rowsOf, type Story, stories, tableStatements, vendorOf } from "./stories"

jest.setTimeout(120_000)

const RUNS = { numRuns: 25 }
const SHOP = "vend_0"

const ruleWith = (hours: ShopHours | null) =>
  shipRuleOf({ handling_days: 2, hours, ship_within_days: 7, promised_delivery_days: 3 })

/** Six hours on some days, nothing on others. */
const HOURS: ShopHours = {
  utc_offset_minutes: 60,
  week: [null, [540, 900], [540, 900], null, [600, 960], [540, 900], null],
  holidays: ["2026-11-23", "2026-11-10"],
}

const linesOf = (window_days: number) => ({ window_days, minimum: 1, warn_bps: 0, limit_bps: 0 })

moduleIntegrationTestRunner<ScorecardModuleService>({
  moduleName: SCORECARD_MODULE,
  resolve: "./src/modules/scorecard",
  pathToMigrations: join(__dirname, "..", "migrations"),
  testSuite: ({ service, MikroOrmWrapper }) => {
    const run = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
      MikroOrmWrapper.forkManager().execute(sql, values) as Promise<Row[]>

    async function tell(all: Story[]): Promise<void> {
      const rows = rowsOf(all)
      await run(`truncate ${Object.keys(rows).join(", ")}`)
      for (const [table, some] of Object.entries(rows)) {
        await run(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, ?::jsonb)`, [
          JSON.stringify(some),
        ])
      }
    }

    const figures = async (rule: ShipRule) => {
      const orders = await service.countedFacts({ vendor_id: SHOP, days: 60, rule, now })

      return (metric: Metric, days: number) => figureOf(metric, orders, { lines: linesOf(days), rule, now })
    }

    beforeEach(async () => {
      for (const statement of tableStatements()) {
        await run(statement)
      }
    })

    it("comes to what plain SQL comes to, whatever has happened to the orders", async () => {
      const rule = ruleWith(null)
      await fc.assert(
        fc.asyncProperty(stories, async (all) => {
          await tell(all)
          const figure = await figures(rule)
          for (const metric of METRICS) {
            const { days, sql } = PLAIN_SQL[metric]
            const [plain] = await run<{ numerator: number; denominator: number }>(sql, [SHOP])
            const { numerator, denominator } = figure(metric, days)
            expect({ metric, numerator, denominator }).toEqual({ metric, ...plain })
          }
        }),
        RUNS
      )
    })

    it("knows of each order what its story says, by whatever hours the shop keeps", async () => {
      await fc.assert(
        fc.asyncProperty(stories, fc.constantFrom(null, HOURS), async (all, hours) => {
          await tell(all)
          const rule = ruleWith(hours)
          const figure = await figures(rule)
          const own = all.flatMap((story, index) =>
            vendorOf(index) === SHOP ? [{ id: idOf(index), facts: factsOf(story), age: story.age_hours }] : []
          )
          for (const metric of METRICS) {
            const told = own.map(({ facts }) => ({ facts, count: 1 }))
            expect(figure(metric, 30)).toEqual(figureOf(metric, told, { lines: linesOf(30), rule, now }))

            const bad = own.filter(
              ({ facts }) => facts.age_days < 30 && JUDGES[metric](facts, { rule, now }).cause !== null
            )
            const found = await service.suspiciousOrders(metric, { vendor_id: SHOP, days: 30, rule, now })
            const behind = found.filter(({ facts }) => JUDGES[metric](facts, { rule, now }).cause !== null)
            const newest = bad.toSorted((one, other) => one.age - other.age || (one.id < other.id ? 1 : -1))
            expect(behind.map(({ id }) => id)).toEqual(newest.map(({ id }) => id))
          }
        }),
        RUNS
      )
    })

    it("puts orders together of which the same is known", async () => {
      const story: Story = {
        age_hours: 30,
        is_canceled: false,
        canceled_by: null,
        shipped_after: 2,
        delivered_after: 5,
        parcels: [{ is_shipped: true, is_called_off: false, number: "GIG1234567" }],
        returns: [],
        cases: [],
        refused: null,
      }
      await tell(Array.from({ length: 40 }, (_, index) => ({ ...story, shipped_after: index % 9 })))
      const query = { vendor_id: SHOP, days: 60, rule: ruleWith(null), now }
      expect((await service.countedFacts(query)).map(({ count }) => count)).toEqual([20])
      expect(await service.countedFacts({ ...query, vendor_id: "vend_2" })).toEqual([])
    })

    describe("What is kept", () => {
      const standing = (vendor_id: string, state: Standing["state"], minute = 0): Standing => ({
        vendor_id,
        state,
        metrics: [{ metric: "cancellation", state, value_bps: 250, numerator: 1, denominator: 40 }],
        computed_at: new Date(now.getTime() + minute * 60_000),
      })

      it("is the latest of each shop, and lists those at a line, the worst first", async () => {
        await run(
          `insert into vendor (id, name, handle, status) values ('v1', 'Ada', 'ada', 'approved'),
             ('v2', 'Bola', 'bola', 'approved'), ('v3', 'Chidi', 'chidi', 'suspended'), ('v4', 'Dayo', 'dayo', 'approved')`
        )
        await Promise.all([
          service.keepStanding(standing("v1", "warn", 1)),
          service.keepStanding(standing("v2", "good")),
          service.keepStanding(standing("v3", "limit")),
        ])
        await service.keepStanding(standing("v1", "good", 0))
        const list = async (states: ("warn" | "limit")[], page = { take: 10, skip: 0 }) => {
          const { shops, count } = await service.pageOfStandings(states, page)
          return [shops.map(({ name }) => name), count]
        }

        expect(await service.standingOf("v1")).toEqual(standing("v1", "warn", 1))
        expect(await service.standingOf("v4")).toBeNull()
        expect(await list(["warn", "limit"])).toEqual([["Chidi", "Ada"], 2])
        expect(await list(["warn", "limit"], { take: 1, skip: 1 })).toEqual([["Ada"], 2])
        expect(await list(["warn", "limit"], { take: 1, skip: 5 })).toEqual([[], 2])
        expect(await list(["limit"])).toEqual([["Chidi"], 1])
      })

      it("is worked out for shops that were given orders, or stood somewhere before", async () => {
        await run(
          `insert into vendor (id, name, handle, status) values ('vend_0', 'a', 'a', 'approved'),
             ('vend_1', 'b', 'b', 'approved'), ('vend_2', 'c', 'c', 'approved'), ('vend_3', 'd', 'd', 'approved')`
        )
        await run(`insert into vendor_order (id, vendor_id, placed_at) values
          ('1', 'vend_0', '2026-11-27'), ('2', 'vend_2', '2026-09-01')`)
        await service.keepStanding(standing("vend_3", "good"))
        const next = async (after: string, take = 10) =>
          (await service.shopsToScore({ since: new Date("2026-10-01"), after, take })).map(
            (shop) => shop.vendor_id
          )

        expect(await next("")).toEqual(["vend_0", "vend_3"])
        expect(await next("", 1)).toEqual(["vend_0"])
        expect(await next("vend_0")).toEqual(["vend_3"])
      })
    })

    it("throws without the vendor's id where it is about one shop, and nothing else is", async () => {
      const query = { days: 1, rule: ruleWith(null), now }
      for (const vendor_id of NO_ID) {
        const calls = [
          () => service.countedFacts({ ...query, vendor_id }),
          () => service.suspiciousOrders("cancellation", { ...query, vendor_id }),
          () => service.standingOf(vendor_id),
          () => service.keepStanding({ vendor_id, state: "good", metrics: [], computed_at: now }),
        ]
        for (const call of calls) {
          await expect(call()).rejects.toThrow("needs the vendor's id")
        }
      }
      expect(ownMethods(ScorecardModuleService)).toEqual([
        "countedFacts",
        "keepStanding",
        "pageOfStandings",
        "shopsToScore",
        "standingOf",
        "suspiciousOrders",
      ])
    })
  },
})
