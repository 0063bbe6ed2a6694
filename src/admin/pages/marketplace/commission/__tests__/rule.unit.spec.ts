import { formatsOf } from "../../../../lib/format"
import type { Texts } from "../../../../lib/text"
import { commission as en } from "../../../../texts/en/money"
import { commission as fr } from "../../../../texts/fr/money"
import { explain, type Rule } from "../rule"

const rule = (over: Partial<Rule>): Rule =>
  ({
    rate_bps: 0,
    applies_to: "items",
    counted_by: "order",
    amounts: [{ currency_code: "ngn", fixed: "50.00", floor: null, cap: null }],
    ...over,
  }) as Rule

/** The texts of a language, as the dashboard puts values into them. */
const textsOf = (texts: object, language: string): Texts => {
  const t: Texts["t"] = (key, values = {}) => {
    const text = key
      .split(".")
      .slice(1)
      .reduce<unknown>((tree, name) => (tree as Record<string, unknown>)[name], texts)

    return String(text).replaceAll(/\{\{(\w+)\}\}/g, (_, name) => String(values[name]))
  }

  return { t, named: (_, name) => name, format: formatsOf(language), language }
}

describe("a rule of commission in words", () => {
  it.each<[over: Partial<Rule>, english: string, french: string]>([
    [
      { counted_by: "item" },
      "0% of the goods, plus ₦50.00, for each piece",
      "0 % sur la marchandise, plus 50,00 ₦, pour chaque pièce",
    ],
    [
      { rate_bps: 800, amounts: [{ currency_code: "ngn", fixed: null, floor: "20.00", cap: "500.00" }] },
      "8% of the goods, at least ₦20.00, at most ₦500.00, once in a shop’s order",
      "8 % sur la marchandise, au moins 20,00 ₦, au plus 500,00 ₦, une fois par commande d’une boutique",
    ],
    [{ rate_bps: 850, amounts: [] }, "8.5% of the goods", "8,5 % sur la marchandise"],
  ])("says of %j how often its amounts are charged", (over, english, french) => {
    const plain = (text: string) => text.replaceAll(/\s/g, " ")

    expect(plain(explain(rule(over), textsOf(en, "en-GB")))).toBe(english)
    expect(plain(explain(rule(over), textsOf(fr, "fr")))).toBe(french)
  })
})
