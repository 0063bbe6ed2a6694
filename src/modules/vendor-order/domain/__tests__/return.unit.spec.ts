import fc from "fast-check"
import {
  canMoveReturn,
  decideReturn,
  goesIntoStock,
  RETURN_STATES,
  type ReturnFacts,
  type ReturnState,
} from "../return"

const facts = (over: Partial<ReturnFacts> = {}): ReturnFacts => ({
  lines: [
    { id: "vol_1", kind: "item", source_id: "ordli_1", delivered: 3, returning: 0, refunded: 0 },
    { id: "vol_2", kind: "shipping", source_id: "ordsm_1", delivered: 1, returning: 0, refunded: 0 },
  ],
  delivered_at: new Date("2026-11-01T00:00:00Z"),
  window_days: 14,
  now: new Date("2026-11-15T00:00:00Z"),
  ...over,
})

const line = (over: object) => ({ ...facts().lines[0]!, ...over })

describe("the table of returns", () => {
  it("leads from a wish to the money only over approval and receipt, or a ruling", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...RETURN_STATES), { maxLength: 30 }), (wanted) => {
        const way: ReturnState[] = ["requested"]
        for (const to of wanted) {
          if (canMoveReturn(way.at(-1)!, to, "clock")) {
            way.push(to)
          }
        }
        if (way.includes("refunded")) {
          expect(way.indexOf("approved")).toBeGreaterThan(0)
          const back = way.findIndex((state) => state === "received" || state === "disputed")
          expect(back).toBeGreaterThan(way.indexOf("approved"))
          expect(way.at(-1)).toBe("refunded")
        }
        // What is disputed was never to be paid back by itself.
        expect(way.includes("received") && way.includes("disputed")).toBe(false)
        expect(new Set(way).size).toBe(way.length)
      })
    )
  })
})

describe("an approval", () => {
  it.each([
    ["approved", "clock", true],
    ["approved", "user_1", false],
    ["approved", null, false],
    ["requested", "user_1", true],
    ["disputed", "user_1", true],
    ["in_transit", "clock", false],
    ["received", "clock", false],
  ] as const)("that is %s is ended without goods by %s: %s", (from, by, expected) => {
    expect(canMoveReturn(from, "rejected", by)).toBe(expected)
  })
})

describe("goesIntoStock", () => {
  it.each([
    ["received", undefined, true],
    ["received", true, true],
    ["received", false, false],
    ["disputed", undefined, false],
    ["disputed", true, true],
    ["disputed", false, false],
  ] as const)("%s, with the wish %p: %s", (to, wish, expected) => {
    expect(goesIntoStock(to, wish)).toBe(expected)
  })
})

describe("decideReturn", () => {
  it.each([
    ["all that has arrived, on the last day", 3, {}, { is_allowed: true }],
    ["of what is not all delivered yet", 1, { delivered_at: null }, { is_allowed: true }],
    ["after the window", 1, { now: new Date("2026-11-15T00:00:01Z") }, { code: "refused" }],
    ["more than has arrived", 4, {}, { code: "quantity" }],
    ["what is on its way back", 2, { lines: [line({ returning: 2 })] }, { code: "quantity" }],
    ["what was paid back already", 3, { lines: [line({ refunded: 1 })] }, { code: "quantity" }],
    ["goods of another shop", 1, { lines: [line({ source_id: "ordli_9" })] }, { code: "line" }],
  ])("%s", (_, quantity, over, verdict) => {
    expect(decideReturn([{ id: "ordli_1", quantity }], facts(over as Partial<ReturnFacts>))).toMatchObject(
      verdict
    )
  })

  it("sends no delivery back", () => {
    expect(decideReturn([{ id: "ordsm_1", quantity: 1 }], facts())).toMatchObject({ code: "line" })
  })
})
