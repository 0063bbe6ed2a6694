import { AxeBuilder } from "@axe-core/playwright"
import type { Browser } from "playwright-core"
import type { Demo } from "../../scripts/lib/demo-file"
import { openBrowser, type Person, signIn, sitDown } from "./browser"
import { busyMarket } from "./busy-market"
import { readMarketFile } from "./market"
import { VISITS, type Visit, visit } from "./pages"

jest.setTimeout(300_000)

const GRAVE = ["serious", "critical"]
/** What is ours: the pages, and our part of the frame around them, whose other buttons Medusa gives no names. */
const OURS = ["main", "[data-merkato=frame]"]

type Who = "owner" | "staff"

const PAGES = VISITS.filter(({ is_core }) => !is_core)

describe("the dashboard's pages", () => {
  let browser: Browser
  let market: Demo
  const found = new Map<string, Promise<{ grave: string[]; complaints: string[] }>>()

  beforeAll(async () => {
    market = readMarketFile()
    browser = await openBrowser()
    await busyMarket(market, () => undefined)
    // The shops' pages and staff's beside each other: browser and server wait for one another, and keep one core busy.
    await Promise.all((["owner", "staff"] as const).map(lookAround))
  })
  afterAll(async () => {
    await browser?.close()
  })

  /** Signs in, and begins to look at these people's pages, one after the other. */
  async function lookAround(who: Who): Promise<void> {
    const person = await sitDown(browser)
    await signIn(person.page, market.admin_url, who === "staff" ? market.staff : market.vendors[0]!.owner)
    await person.page.waitForURL(/\/app\/(vendor|orders)/)
    let before: Promise<unknown> = Promise.resolve()
    for (const one of PAGES.filter((page) => page.who === who)) {
      const looked = before.then(() => look(person, one))
      before = looked.catch(() => undefined)
      found.set(one.name, looked)
    }
  }

  async function look({ page, complaints }: Person, one: Visit) {
    await visit(page, market.admin_url, one)
    const { violations } = await OURS.reduce(
      (axe, part) => axe.include(part),
      new AxeBuilder({ page })
    ).analyze()
    const grave = violations
      .filter(({ impact }) => GRAVE.includes(impact ?? ""))
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`)

    return { grave, complaints: [...complaints] }
  }

  it.each(PAGES.map(({ name }) => name))("can be used without eyes and mouse: %s", async (name) => {
    expect(await found.get(name)).toEqual({ grave: [], complaints: [] })
  })
})
