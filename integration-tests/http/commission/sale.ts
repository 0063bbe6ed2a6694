import type { CommissionSuite } from "./suite"

export function describeCommissionAtSale(suite: CommissionSuite): void {
  describe("Commission at sale", () => {
    it("is the platform's or the shop's own rate where there is no rule, and none on delivery", async () => {
      await suite.sql("update vendor set commission_rate_bps = 850 where id = ?", [suite.shop(2).id])
      const { lines } = await suite.sold([1, 2])

      expect(
        lines.map(({ shop, kind, commission, rule, words }) => [shop, kind, commission, rule, words])
      ).toEqual([
        [1, "item", 19_990n, null, "10 % on all sales"],
        [1, "shipping", 0n, null, "No commission on delivery"],
        [2, "item", 17_842n, null, "8.5 % agreed with the shop"],
        [2, "shipping", 0n, null, "No commission on delivery"],
      ])
    })

    it("is by the rule of a category above the product's own, frozen with its words, tax and withholding", async () => {
      const rule = await suite.rule({
        name: "Electronics",
        conditions: { category_id: suite.categories.electronics },
        rate_bps: 800,
        amounts: [{ currency_code: "NGN", fixed: "50", cap: 5000 }],
      })
      const { lines } = await suite.sold([1, 2])

      expect(lines[0]).toEqual({
        kind: "item",
        shop: 1,
        base: 199_900n,
        fixed: 5000n,
        commission: 20_992n,
        tax: 1574n,
        withheld: 1050n,
        rule: rule.id,
        words: "8 % Electronics + ₦50, capped at ₦5,000",
      })
      expect(lines[2]).toMatchObject({ shop: 2, rule: null, commission: 20_990n })
    })

    it("posts commission, its tax and what is withheld each to an account of its own", async () => {
      await suite.rule({ name: "All", conditions: {}, rate_bps: 1000 })
      const { lines } = await suite.sold([1, 2])
      const sum = (pick: "commission" | "tax" | "withheld") =>
        lines.reduce((all, line) => all + line[pick], 0n)
      const { books } = suite.bench

      expect(sum("tax")).toBeGreaterThan(0n)
      expect(await books.balance("commission")).toBe(-sum("commission"))
      expect(await books.balance("commission_tax")).toBe(-sum("tax"))
      expect(await books.balance("withholding")).toBe(sum("withheld"))
      await books.kinds()
    })

    it("takes a fixed part counted by order once from each shop, and one counted by item for each piece", async () => {
      const terms = { name: "Handling", conditions: {}, rate_bps: 0 }
      const each = await suite.rule({
        ...terms,
        counted_by: "item",
        amounts: [{ currency_code: "ngn", fixed: "10" }],
      })
      const byItem = await suite.sold([1, 2], 3)
      await suite.admin("POST", `/admin/commission-rules/${each.id}`, { counted_by: "order" })
      const byOrder = await suite.sold([1, 2], 3)

      expect(byItem.lines.map(({ commission }) => commission)).toEqual([3000n, 0n, 3000n, 0n])
      expect(byOrder.lines.map(({ commission }) => commission)).toEqual([1000n, 0n, 1000n, 0n])
      expect(byOrder.lines[0]!.words).toBe("0 % Handling + ₦10")
      expect(byItem.lines[0]!.words).toBe("0 % Handling + ₦10 each")
    })

    it("is taken on delivery by a rule that says so", async () => {
      await suite.rule({ name: "Delivery", conditions: {}, applies_to: "shipping", rate_bps: 500 })
      const { lines } = await suite.sold([1])

      expect(lines.map(({ commission, words }) => [commission, words])).toEqual([
        [19_990n, "10 % on all sales"],
        [7500n, "5 % Delivery"],
      ])
    })

    it("stays as it was sold when the rule changes or ends", async () => {
      const rule = await suite.rule({ name: "All", conditions: {}, rate_bps: 500 })
      const first = await suite.sold([1])
      const { body } = await suite.admin<{ commission_rule: { id: string } }>(
        "POST",
        `/admin/commission-rules/${rule.id}`,
        { rate_bps: 600 }
      )
      const second = await suite.sold([1])
      await suite.admin("POST", `/admin/commission-rules/${body.commission_rule.id}/end`, {})
      const third = await suite.sold([1])

      expect([first, second, third].map(({ lines }) => [lines[0]!.rule, lines[0]!.words])).toEqual([
        [rule.id, "5 % All"],
        [body.commission_rule.id, "6 % All"],
        [null, "10 % on all sales"],
      ])
    })

    it("passes over what is not understood and what lacks the currency, widens neither, and tells staff once", async () => {
      const write = (id: string, conditions: object, amounts: object) =>
        suite.sql(
          `insert into commission_rule (id, series_id, version, name, priority, conditions, applies_to, rate_bps,
             counted_by, amounts) values (?, ?, 1, 'Odd', 9, ?::jsonb, 'items', 5000, 'order', ?::jsonb)`,
          [id, id, JSON.stringify(conditions), JSON.stringify(amounts)]
        )
      await write("crul_region", { region: "reg_1" }, {})
      await write("crul_kes", {}, { kes: { fixed_minor: "100" } })
      const rule = await suite.rule({ name: "All", conditions: {}, rate_bps: 700 })

      const { lines } = await suite.sold([1])
      await suite.sold([1])

      expect(lines[0]).toMatchObject({ rule: rule.id, words: "7 % All" })
      expect(await suite.bench.notices()).toEqual([
        "A commission rule was passed over",
        "A commission rule was passed over",
      ])
    })
  })
}
