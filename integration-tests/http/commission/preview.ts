import { lastMonth as lastMonthOf } from "../../../src/modules/commission/domain/effect"
import { VENDOR_ORDER_MODULE } from "../../../src/modules/vendor-order"
import type VendorOrderModuleService from "../../../src/modules/vendor-order/service"
import type { PlacedOrder } from "../../../src/modules/vendor-order/types"
import type { BeginWith } from "../../helpers/server-tests"
import type { CommissionSuite } from "./suite"

type Taken = { commission_total: string; commission_tax_total: string }

type EffectBody = {
  currency_code: string
  orders: number
  frozen: Taken
  before: Taken
  after: Taken
  change: string
}

type PreviewBody = {
  preview: { totals: EffectBody[]; vendors: (EffectBody & { vendor_id: string; vendor_name: string })[] }
  count: number
}

export function describeCommissionPreview(suite: CommissionSuite, beginWith: BeginWith): void {
  describe("The preview of a change", () => {
    const preview = (body: object) => suite.admin<PreviewBody>("POST", "/admin/commission/preview", body)

    /** Two orders of last month, one of both shops and one of the second alone, and one of today. */
    beginWith(async () => {
      for (const shops of [[1, 2], [2]]) {
        await suite.sold(shops)
      }
      await suite.sql("update vendor_order set placed_at = date_trunc('month', now()) - interval '1 second'")
      await suite.sold([1, 2])
    })

    it("tells what a new rule would have taken of last month, per currency, in total and of each shop it touches", async () => {
      const create = {
        name: "Phones",
        conditions: { category_id: suite.categories.electronics },
        rate_bps: 500,
      }
      const { status, body } = await preview({ create })

      expect(status).toBe(200)
      const taken = (commission_total: string, commission_tax_total: string) => ({
        commission_total,
        commission_tax_total,
      })
      // 10 % of 1,999 and twice of 2,099, and then 5 % of the 1,999.
      const before = taken("619.7", "46.47")
      const own = taken("199.9", "14.99")
      expect(body).toMatchObject({
        count: 1,
        preview: {
          totals: [
            {
              currency_code: "ngn",
              orders: 3,
              frozen: before,
              before,
              after: taken("519.75", "38.98"),
              change: "-99.95",
            },
          ],
          vendors: [
            {
              vendor_id: suite.shop(1).id,
              vendor_name: "Shop 1",
              orders: 1,
              frozen: own,
              before: own,
              after: taken("99.95", "7.5"),
              change: "-99.95",
            },
          ],
        },
      })
      expect(await suite.sql("select id from commission_rule")).toEqual([])
    })

    it("compares with today's rules, not with what was frozen, when one is changed or ended", async () => {
      const { id } = await suite.rule({ name: "All", conditions: {}, rate_bps: 2000 })

      const changed = await preview({ id, update: { rate_bps: 2500 } })
      const ended = await preview({ id, end: true })

      const totals = ({ body }: typeof changed) =>
        body.preview.totals.map(({ frozen, before, after }) =>
          [frozen, before, after].map(({ commission_total }) => commission_total)
        )
      expect(totals(changed)).toEqual([["619.7", "1239.4", "1549.25"]])
      expect(totals(ended)).toEqual([["619.7", "1239.4", "619.7"]])
      expect(ended.body.count).toBe(2)
    })

    it("applies a campaign that is to come as if it had begun, and pages the shops", async () => {
      const create = {
        name: "Campaign",
        conditions: {},
        rate_bps: 0,
        starts_at: "2098-12-01T00:00:00Z",
        ends_at: "2099-01-01T00:00:00Z",
      }
      const pages = await Promise.all([0, 1].map((offset) => preview({ create, limit: 1, offset })))

      expect(pages.map(({ body }) => body.preview.totals.map(({ change }) => change))).toEqual([
        ["-619.7"],
        ["-619.7"],
      ])
      const ids = pages.map(({ body }) => body.preview.vendors.map(({ vendor_id }) => vendor_id))
      expect(ids.flat()).toEqual([suite.shop(1).id, suite.shop(2).id].toSorted())
    })

    it("reads a month in pieces of any size, shop by shop, each order once", async () => {
      // Apart by less than a millisecond, which a date of JavaScript's would not tell.
      await suite.sql(`update vendor_order set placed_at = placed_at - number * interval '1 microsecond'
        from (select id as own_id, row_number() over () as number from vendor_order) as numbered where own_id = id`)
      const service = suite.container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
      const inPieces = async (take: number) => {
        const found: PlacedOrder[] = []
        let piece: PlacedOrder[]
        do {
          piece = await service.listPlaced({ ...lastMonthOf(new Date()), take, after: found.at(-1) })
          found.push(...piece)
        } while (piece.length)

        return found
      }

      const whole = await inPieces(10)
      expect(whole).toHaveLength(3)
      expect(whole.map(({ vendor_id }) => vendor_id)).toEqual(
        whole.map(({ vendor_id }) => vendor_id).toSorted()
      )
      expect(await inPieces(1)).toEqual(whole)
      expect(await inPieces(2)).toEqual(whole)
    })

    it("leaves canceled orders out, and refuses what could not be written", async () => {
      await suite.sql("update vendor_order set status = 'canceled' where vendor_id = ?", [suite.shop(2).id])
      const { id } = await suite.rule({ name: "All", conditions: {}, rate_bps: 0 })
      const { body } = await preview({ id, end: true })
      expect(body.preview.totals).toMatchObject([{ orders: 1, change: "199.9" }])

      const cases: [object, string][] = [
        [{ create: { name: "All", conditions: {}, rate_bps: 1 } }, "commission_rule_exists"],
        [
          { create: { name: "Gold", conditions: { plan: "gold" }, rate_bps: 1 } },
          "commission_condition_refused",
        ],
        [{ id: "crul_none", end: true }, "commission_rule_not_found"],
        [{ id, end: true, update: { rate_bps: 1 } }, "invalid_data"],
        [{}, "invalid_data"],
      ]
      for (const [asked, code] of cases) {
        expect([asked, (await preview(asked)).body.code]).toEqual([asked, code])
      }
    })
  })
}
