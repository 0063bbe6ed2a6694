import { AxeBuilder } from "@axe-core/playwright"
import type { Browser } from "playwright-core"
import type { Demo } from "../../scripts/lib/demo-file"
import { shop } from "../../scripts/lib/shop/shopper"
import { openBrowser, type Person, signIn, sitDown } from "./browser"
import { readMarketFile } from "./market"
import { VISITS, visit } from "./pages"

jest.setTimeout(180_000)

const GRAVE = ["serious", "critical"]
/** Of Medusa's own frame, which is not ours to change. */
const FRAME = ["aside", "header"]

describe("the dashboard's pages", () => {
  let browser: Browser
  let market: Demo
  const people: Partial<Record<"owner" | "staff", Person>> = {}

  beforeAll(async () => {
    market = readMarketFile()
    browser = await openBrowser()
    await shop({ ...market, vendor_count: 3 }, () => undefined)
    for (const who of ["owner", "staff"] as const) {
      const person = await sitDown(browser)
      await signIn(person.page, market.admin_url, who === "staff" ? market.staff : market.vendors[0]!.owner)
      await person.page.waitForURL(/\/app\/(vendor|orders)/)
      people[who] = person
    }
  })
  afterAll(async () => {
    await browser?.close()
  })

  it.each(VISITS.map((one) => [one.name, one] as const))(
    "can be used without eyes and mouse: %s",
    async (_, one) => {
      const { page, complaints } = people[one.who]!
      await visit(page, market.admin_url, one)
      const { violations } = await new AxeBuilder({ page }).exclude(FRAME).analyze()
      const grave = violations
        .filter(({ impact }) => GRAVE.includes(impact ?? ""))
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`)

      expect(grave).toEqual([])
      expect(complaints).toEqual([])
    }
  )
})
