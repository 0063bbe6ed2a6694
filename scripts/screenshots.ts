import "./lib/own-state"
import { rmSync } from "node:fs"
import { mkdir } from "node:fs/promises"
import { join } from "node:path"
import { DESKTOP, openBrowser, PHONE, signIn, sitDown } from "../integration-tests/browser/browser"
import { busyMarket } from "../integration-tests/browser/busy-market"
import { VISITS, type Visit, visit } from "../integration-tests/browser/pages"
import { requireBrowser } from "./lib/browser"
import type { Demo } from "./lib/demo-file"
import { type Lifetime, runCommand } from "./lib/lifetime"
import { ROOT, STATE } from "./lib/paths"
import { serveMarket } from "./lib/serve-market"
import { Steps } from "./lib/steps"

const FOLDER = join(ROOT, "docs/screenshots")
const SIZES = { desktop: DESKTOP, phone: PHONE }

/** `npm run screenshots`: every page of the dashboard on a desk and on a phone, as pictures in `docs/screenshots`. */
async function takeScreenshots(life: Lifetime): Promise<void> {
  requireBrowser()
  const steps = new Steps()
  const market = await serveMarket(life, steps)
  await steps.run("Work in the market for a day", (note) => busyMarket(market, note))
  await mkdir(FOLDER, { recursive: true })
  const browser = await openBrowser()
  try {
    for (const who of ["owner", "staff"] as const) {
      for (const [size, viewport] of Object.entries(SIZES)) {
        const { page, context } = await sitDown(browser, viewport)
        await signIn(page, market.admin_url, loginOf(market, who))
        await page.waitForURL(/\/app\/(vendor|orders)/)
        for (const one of VISITS.filter((known) => known.who === who)) {
          await steps.run(`${one.name}, ${size}`, () =>
            take(page, market, { ...one, file: `${one.name}-${size}.png` })
          )
        }
        await context.close()
      }
    }
  } finally {
    await browser.close()
  }
}

type Shot = Visit & { file: string }
type PageOf = Awaited<ReturnType<typeof sitDown>>["page"]

async function take(page: PageOf, { admin_url }: Demo, { file, ...one }: Shot): Promise<void> {
  await visit(page, admin_url, one)
  await page.screenshot({ path: join(FOLDER, file) })
}

function loginOf({ vendors, staff }: Demo, who: Visit["who"]): Demo["staff"] {
  const owner = vendors[0]?.owner
  if (!owner) {
    throw new Error("The marketplace has no shop.")
  }

  return who === "staff" ? staff : owner
}

process.on("exit", () => rmSync(STATE, { recursive: true, force: true }))
void runCommand("screenshots", takeScreenshots)
