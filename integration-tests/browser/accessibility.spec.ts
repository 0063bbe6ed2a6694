import { AxeBuilder } from "@axe-core/playwright"
import type { Browser } from "playwright-core"
import type { Demo } from "../../scripts/lib/demo-file"
import { openBrowser, type Person, signIn, sitDown } from "./browser"
import { busyMarket } from "./busy-market"
import { readMarketFile } from "./market"
import { VISITS, visit } from "./pages"

jest.setTimeout(300_000)

const GRAVE = ["serious", "critical"]
/** What is ours: the pages, and our part of the frame around them, whose other buttons Medusa gives no names. */
const OURS = ["main", "[data-merkato=frame]"]

describe("the dashboard's pages", () => {
  let browser: Browser
  let market: Demo
  const people: Partial<Record<"owner" | "staff", Person>> = {}

  beforeAll(async () => {
    market = readMarketFile()
    browser = await openBrowser()
    await busyMarket(market, () => undefined)
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

  it.each(VISITS.filter(({ is_core }) => !is_core).map((one) => [one.name, one] as const))(
    "can be used without eyes and mouse: %s",
    async (_, one) => {
      const { page, complaints } = people[one.who]!
      await visit(page, market.admin_url, one)
      const { violations } = await OURS.reduce(
        (axe, part) => axe.include(part),
        new AxeBuilder({ page })
      ).analyze()
      const grave = violations
        .filter(({ impact }) => GRAVE.includes(impact ?? ""))
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`)

      expect(grave).toEqual([])
      expect(complaints).toEqual([])
    }
  )
})
