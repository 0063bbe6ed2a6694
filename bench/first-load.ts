import "../scripts/lib/own-state"
import { rmSync } from "node:fs"
import type { Browser, BrowserContext } from "playwright-core"
import { DESKTOP, openBrowser, PHONE, signIn, sitDown } from "../integration-tests/browser/browser"
import { requireBrowser } from "../scripts/lib/browser"
import type { Demo } from "../scripts/lib/demo-file"
import { type Lifetime, runCommand } from "../scripts/lib/lifetime"
import { STATE } from "../scripts/lib/paths"
import { serveMarket } from "../scripts/lib/serve-market"
import { shop } from "../scripts/lib/shop/shopper"
import { Steps } from "../scripts/lib/steps"
import { quantile } from "./lib/measure"

/** What browsers call a regular 3G line: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const LINE_3G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }
const ROUNDS = 3
const PATIENCE_MS = 120_000

type Load = { seconds: number; files: Map<string, number> }

/** `npm run bench:first-load`: a shop's order list on a simulated 3G line, with an empty cache and with a filled one. */
async function bench(life: Lifetime): Promise<void> {
  requireBrowser()
  const steps = new Steps()
  const market = await serveMarket(life, steps)
  await steps.run("Buy something", (note) => shop({ ...market, vendor_count: 3 }, note))
  const browser = await openBrowser()
  try {
    const session = await sessionOf(browser, market)
    const loads: { cold: Load; warm: Load }[] = []
    for (let round = 1; round <= ROUNDS; round += 1) {
      loads.push(
        await steps.run(`Load the order list ${round}/${ROUNDS}`, () => loadTwice(browser, market, session))
      )
    }
    print(loads)
  } finally {
    await browser.close()
  }
}

type Session = Awaited<ReturnType<BrowserContext["storageState"]>>

async function sessionOf(browser: Browser, { admin_url, vendors }: Demo): Promise<Session> {
  const { page, context } = await sitDown(browser, DESKTOP)
  const owner = vendors[0]?.owner
  if (!owner) {
    throw new Error("The marketplace has no shop.")
  }
  await signIn(page, admin_url, owner)
  await page.waitForURL("**/app/vendor/home")
  const session = await context.storageState()
  await context.close()

  return session
}

/** First in a browser that has never been here, then as on the next day. */
async function loadTwice(browser: Browser, market: Demo, session: Session) {
  const context = await browser.newContext({ viewport: PHONE, storageState: session })
  const cold = await load(context, market)
  const warm = await load(context, market)
  await context.close()

  return { cold, warm }
}

async function load(context: BrowserContext, { admin_url }: Demo): Promise<Load> {
  const page = await context.newPage()
  const line = await context.newCDPSession(page)
  const files = new Map<string, number>()
  const names = new Map<string, string>()
  await line.send("Network.enable")
  await line.send("Network.emulateNetworkConditions", LINE_3G)
  line.on("Network.responseReceived", ({ requestId, response }) =>
    names.set(requestId, new URL(response.url).pathname)
  )
  line.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const name = names.get(requestId)
    if (name && encodedDataLength > 0) {
      files.set(name, (files.get(name) ?? 0) + encodedDataLength)
    }
  })
  const began = performance.now()
  await page.goto(`${admin_url}/vendor/orders`, { timeout: PATIENCE_MS, waitUntil: "commit" })
  await page.getByRole("link", { name: /^#/ }).first().waitFor({ timeout: PATIENCE_MS })
  const seconds = (performance.now() - began) / 1000
  await page.waitForLoadState("networkidle", { timeout: PATIENCE_MS })
  await page.close()

  return { seconds, files }
}

function print(loads: { cold: Load; warm: Load }[]): void {
  const [first] = loads
  if (!first) {
    return
  }
  for (const [name, bytes] of [...first.cold.files].sort(([, one], [, other]) => other - one)) {
    console.log(`${kilobytes(bytes).padStart(9)}  ${name}`)
  }
  for (const kind of ["cold", "warm"] as const) {
    const median = quantile(
      loads.map((load) => load[kind].seconds),
      0.5
    )
    const total = [...first[kind].files.values()].reduce((sum, bytes) => sum + bytes, 0)
    console.log(
      `${kind}: the first order can be read after ${median.toFixed(1)} s; ${kilobytes(total)} came over the line`
    )
  }
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`

process.on("exit", () => rmSync(STATE, { recursive: true, force: true }))
void runCommand("bench:first-load", bench)
