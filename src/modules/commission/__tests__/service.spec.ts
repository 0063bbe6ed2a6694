import { join } from "node:path"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { COMMISSION_MODULE } from ".."
import { rule } from "../domain/__tests__/rules"
import type { CommissionTerms } from "../domain/rule"
import { CommissionRule } from "../models/commission-rule"
import type CommissionModuleService from "../service"

const terms = (over: Partial<CommissionTerms> = {}): CommissionTerms => {
  const { id: _, ...own } = rule(over)

  return own
}

moduleIntegrationTestRunner<CommissionModuleService>({
  moduleName: COMMISSION_MODULE,
  moduleModels: [CommissionRule],
  resolve: join(__dirname, ".."),
  pathToMigrations: join(__dirname, "..", "migrations"),
  moduleOptions: { tax_rate_bps: 750, withholding_rate_bps: 0 },
  testSuite: ({ service, MikroOrmWrapper }) => {
    const sql = (text: string) => MikroOrmWrapper.forkManager().execute(text)

    it("keeps every version: a change ends one and begins the next in the same moment", async () => {
      const first = await service.writeRule(terms())
      const second = await service.writeRule(terms({ rate_bps: 900 }), first.id)

      expect(await service.versionsOf(first.id)).toEqual([second, { ...first, ended_at: second.valid_from }])
      expect(second).toMatchObject({ series_id: first.id, version: 2, rate_bps: 900, ended_at: null })
    })

    it("lets one of two changes of the same version through", async () => {
      const first = await service.writeRule(terms())
      const results = await Promise.allSettled(
        [900, 901, 902].map((rate_bps) => service.writeRule(terms({ rate_bps }), first.id))
      )

      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
      expect(results.filter(({ status }) => status === "rejected")).toMatchObject([
        { reason: { code: "commission_rule_ended" } },
        { reason: { code: "commission_rule_ended" } },
      ])
      expect(await service.versionsOf(first.id)).toHaveLength(2)
    })

    it("ends a rule once", async () => {
      const { id } = await service.writeRule(terms())
      const ended = await service.endRule(id)

      expect(ended.ended_at).toBeInstanceOf(Date)
      await expect(service.endRule(id)).rejects.toMatchObject({ code: "commission_rule_ended" })
      await expect(service.endRule("crul_none")).rejects.toMatchObject({ code: "commission_rule_not_found" })
    })

    it("takes a change back as if it had never held", async () => {
      const first = await service.writeRule(terms())
      const second = await service.writeRule(terms({ rate_bps: 900 }), first.id)
      await service.undoWrite(second.id, first.id)

      const [last, before] = await service.versionsOf(first.id)
      expect(last).toMatchObject({ id: second.id, ended_at: second.valid_from })
      expect(before).toMatchObject({ id: first.id, ended_at: null })
    })

    it("takes no change back that another one has followed", async () => {
      const first = await service.writeRule(terms())
      const second = await service.writeRule(terms({ rate_bps: 900 }), first.id)
      const third = await service.writeRule(terms({ rate_bps: 950 }), second.id)
      await service.undoWrite(second.id, first.id)

      const versions = await service.versionsOf(first.id)
      expect(versions.map(({ id, ended_at }) => [id, ended_at === null])).toEqual([
        [third.id, true],
        [second.id, false],
        [first.id, false],
      ])
    })

    it.each([
      "update commission_rule set rate_bps = 0",
      "update commission_rule set ended_at = now(), conditions = '{}'",
      "delete from commission_rule",
      "truncate commission_rule",
    ])("is never changed: %s", async (statement) => {
      await service.writeRule(terms({ conditions: { vendor_id: "vend_a" } }))

      await expect(sql(statement)).rejects.toThrow("never changed")
    })

    it("lists in a stable order, filtered by what is named", async () => {
      const written = []
      for (const name of ["Books", "Phones", "Phones of Ada"]) {
        const conditions = name === "Books" ? {} : { vendor_id: "vend_a" }
        written.push(await service.writeRule(terms({ name, conditions, priority: written.length })))
      }
      await service.endRule(written[1]!.id)
      const list = async (filters: object, page: object = {}) => {
        const found = await service.listRules(filters, {
          take: 10,
          skip: 0,
          order: "priority",
          is_descending: true,
          ...page,
        })

        return [found.count, ...found.rules.map(({ name }) => name)]
      }

      expect(await list({})).toEqual([3, "Phones of Ada", "Phones", "Books"])
      expect(await list({}, { take: 1, skip: 1 })).toEqual([3, "Phones"])
      expect(await list({ status: "in_force" })).toEqual([2, "Phones of Ada", "Books"])
      expect(await list({ status: "ended" })).toEqual([1, "Phones"])
      expect(
        await list({ conditions: { vendor_id: "vend_a" } }, { order: "name", is_descending: false })
      ).toEqual([2, "Phones", "Phones of Ada"])
      expect(await list({ q: "OF ada" })).toEqual([1, "Phones of Ada"])
      expect(await list({ q: "%" })).toEqual([0])
    })

    it("finds those that a rule would stand beside", async () => {
      const twin = await service.writeRule(terms({ conditions: { vendor_id: "vend_a" } }))
      await service.writeRule(terms({ conditions: { vendor_id: "vend_b" } }))
      await service.writeRule(terms({ conditions: { vendor_id: "vend_a" }, priority: 1 }))

      expect(await service.twinsOf(terms({ conditions: { vendor_id: "vend_a" } }))).toMatchObject([
        { id: twin.id },
      ])
    })

    it("shows a rule that it does not understand, and says so", async () => {
      await sql(`insert into commission_rule (id, series_id, version, name, priority, conditions, applies_to, rate_bps,
        counted_by, amounts) values ('crul_x', 'crul_x', 1, 'Abroad', 0, '{"region": "reg_1"}', 'items', 0, 'item', '{}')`)

      expect(await service.versionsOf("crul_x")).toMatchObject([
        { name: "Abroad", conditions: { region: "reg_1" }, is_understood: false },
      ])
    })

    it("has the taxes that it was given", () => {
      expect(service.taxes).toEqual({ tax_bps: 750, withholding_bps: 0 })
    })
  },
})
