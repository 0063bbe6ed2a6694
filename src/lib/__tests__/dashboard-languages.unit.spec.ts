import { readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { withoutEntries, withoutTexts } from "../dashboard-languages"

const FOLDER = dirname(require.resolve("@medusajs/dashboard"))
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".mjs"))
  .map((name) => readFileSync(join(FOLDER, name), "utf8"))
const kept = new Set(["en", "fr"])

const codesOf = (code: string) =>
  [...code.matchAll(/translations\/(\w+)\.json/g)].map(([, language]) => language ?? "")

describe("the dashboard of this Medusa", () => {
  it("has its texts in one file, from which all but the kept languages go", () => {
    const pruned = files.map((code) => withoutTexts(code, kept)).filter((code) => code !== null)
    const whole = files.find((code) => withoutTexts(code, kept) !== null)!

    expect(pruned).toHaveLength(1)
    expect(codesOf(whole).length).toBeGreaterThan(20)
    expect(codesOf(pruned[0]!)).toEqual(["en", "fr"])
    expect(pruned[0]!.match(/\w+: \{\n {4}translation: \w+_default\n/g)).toEqual([
      "en: {\n    translation: en_default\n",
      "fr: {\n    translation: fr_default\n",
    ])
    // Nothing else is touched: what is left over is what was there.
    expect(pruned[0]!.length).toBeLessThan(whole.length / 8)
    expect(withoutTexts(whole, new Set(codesOf(whole)))).toBe(whole)
  })

  it("offers the kept languages alone", () => {
    const pruned = files.map((code) => withoutEntries(code, kept)).filter((code) => code !== null)

    expect(pruned).toHaveLength(1)
    expect([...pruned[0]!.matchAll(/code: "(\w+)"/g)].map(([, language]) => language).toSorted()).toEqual([
      "en",
      "fr",
    ])
  })
})
