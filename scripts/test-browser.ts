import "./lib/own-state"
import { rmSync } from "node:fs"
import { findBrowser } from "./lib/browser"
import { type Lifetime, runCommand } from "./lib/lifetime"
import { STATE, statePath } from "./lib/paths"
import { runJest } from "./lib/run-jest"
import { serveMarket } from "./lib/serve-market"
import { Steps } from "./lib/steps"

/** `npm run test:browser`: the dashboard in a real browser, on the built server with a seeded marketplace. */
async function testInBrowser(life: Lifetime): Promise<void> {
  const browser = findBrowser()
  if (!browser) {
    if (process.env.CI) {
      throw new Error("There is no Chromium here: apt-get install chromium.")
    }
    console.error("SKIPPED: the tests in a browser. There is no Chromium here (apt-get install chromium).")
    return
  }
  await serveMarket(life, new Steps())
  const code = await runJest({
    args: ["--runInBand", ...process.argv.slice(2)],
    report: statePath("report.json"),
    env: {
      TEST_TYPE: "browser",
      CHROMIUM_PATH: browser,
      MARKET_FILE: statePath("demo.json"),
      MARKET_MESSAGES: statePath("messages.jsonl"),
    },
  })
  if (code) {
    throw new Error("The tests in a browser have failed.")
  }
}

process.on("exit", () => rmSync(STATE, { recursive: true, force: true }))
void runCommand("test:browser", testInBrowser)
