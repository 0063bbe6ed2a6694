import { AUDIT_MODULE } from "../../../src/modules/audit"
import type AuditModuleService from "../../../src/modules/audit/service"
import type { CommissionSuite, RuleBody } from "./suite"

const NAIRA = [{ currency_code: "ngn", fixed: "50.5", cap: "5000" }]

export function describeCommissionRules(suite: CommissionSuite): void {
  describe("Rules of commission", () => {
    const post = (path: string, body: object) =>
      suite.admin<RuleBody>("POST", `/admin/commission-rules${path}`, body)

    it("are written, changed as a further version, ended, listed and audited", async () => {
      const terms = { name: "Phones", conditions: { category_id: suite.categories.phones }, rate_bps: 800 }
      const created = await suite.rule({ ...terms, amounts: NAIRA })
      expect(created).toMatchObject({
        ...terms,
        priority: 0,
        version: 1,
        counted_by: "order",
        amounts: [{ currency_code: "ngn", fixed: "50.5", floor: null, cap: "5000" }],
        explanations: [{ currency_code: "ngn", text: "8 % Phones + ₦50.50, capped at ₦5,000" }],
      })

      const changed = await post(`/${created.id}`, { rate_bps: 900, ends_at: "2099-01-01T00:00:00Z" })
      const next = changed.body.commission_rule
      expect(next).toMatchObject({
        version: 2,
        series_id: created.id,
        rate_bps: 900,
        amounts: created.amounts,
      })
      expect(next.versions.map(({ version, ended_at }) => [version, ended_at === null])).toEqual([
        [2, true],
        [1, false],
      ])
      expect(await post(`/${created.id}`, { rate_bps: 1 })).toMatchObject({
        status: 400,
        body: { code: "commission_rule_ended" },
      })

      expect(await post(`/${next.id}/end`, { reason: "Phones are dear enough" })).toMatchObject({
        status: 200,
      })
      expect(await post(`/${next.id}/end`, {})).toMatchObject({ body: { code: "commission_rule_ended" } })
      const list = await suite.admin<{ count: number; commission_rules: { id: string }[] }>(
        "GET",
        "/admin/commission-rules?status=ended&order=created_at&limit=1&offset=1"
      )
      expect([list.body.count, list.body.commission_rules.map(({ id }) => id)]).toEqual([2, [next.id]])
      const log = await suite.container
        .resolve<AuditModuleService>(AUDIT_MODULE)
        .listAuditEntries({ record_type: "commission_rule" }, { order: { created_at: "ASC" } })
      expect(log.map(({ action }) => action)).toEqual([
        "commission-rule.created",
        "commission-rule.changed",
        "commission-rule.ended",
      ])
    })

    it("are refused when they could never hold, or say what cannot be taken", async () => {
      const [first, second] = [suite.shop(1), suite.shop(2)]
      const terms = { name: "Odd", conditions: {}, rate_bps: 100 }
      const cases: [object, string][] = [
        [{ conditions: { vendor_id: "vend_none" } }, "commission_condition_refused"],
        [{ conditions: { plan: "gold" } }, "commission_condition_refused"],
        [
          { conditions: { product_id: first.products[0]!.id, vendor_id: second.id } },
          "commission_condition_refused",
        ],
        [
          { conditions: { category_id: suite.categories.electronics }, applies_to: "all" },
          "commission_condition_refused",
        ],
        [
          { conditions: { product_id: second.products[0]!.id, category_id: suite.categories.electronics } },
          "commission_condition_refused",
        ],
        [{ amounts: [{ currency_code: "kes", fixed: "1" }] }, "commission_amount_refused"],
        [{ ends_at: "2020-01-01T00:00:00Z" }, "commission_dates_refused"],
        [{ conditions: { region_id: "reg_1" } }, "invalid_data"],
        [{ conditions: undefined }, "invalid_data"],
        [{ amounts: [{ currency_code: "ngn", fixed: "1.005" }] }, "invalid_data"],
        [{ amounts: [{ currency_code: "ngn", fixed: "-1" }] }, "invalid_data"],
        [{ amounts: [...NAIRA, ...NAIRA] }, "invalid_data"],
        [{ rate_bps: 10_001 }, "invalid_data"],
      ]
      for (const [over, code] of cases) {
        const answer = await post("", { ...terms, ...over })
        expect([over, answer.status, answer.body.code]).toEqual([over, 400, code])
      }
      expect(await suite.sql("select id from commission_rule")).toEqual([])
    })

    it("may name a product with its shop and a category above its own", async () => {
      const { id, products } = suite.shop(1)
      const conditions = {
        product_id: products[0]!.id,
        vendor_id: id,
        category_id: suite.categories.electronics,
      }

      expect(await suite.rule({ name: "One phone", conditions, rate_bps: 100 })).toMatchObject({ conditions })
    })

    it("are not written twice for the same, not even at once", async () => {
      const terms = { name: "All", conditions: {}, rate_bps: 500 }
      const answers = await Promise.all([1, 2, 3].map(() => post("", terms)))

      expect(answers.map(({ status, body }) => body.code ?? status).toSorted()).toEqual([
        201,
        "commission_rule_exists",
        "commission_rule_exists",
      ])
    })

    it("that there are not are not found", async () => {
      const missing = { status: 404, body: { code: "commission_rule_not_found" } }

      expect(await suite.admin("GET", "/admin/commission-rules/crul_none")).toMatchObject(missing)
      expect(await post("/crul_none", { rate_bps: 1 })).toMatchObject(missing)
      expect(await post("/crul_none/end", {})).toMatchObject(missing)
    })
  })
}
