import "./lib/own-state"
import { spawn } from "node:child_process"
import { rmSync } from "node:fs"
import { findBrowser } from "./lib/browser"
import { type Lifetime, runCommand } from "./lib/lifetime"
import { ROOT, STATE, statePath } from "./lib/paths"
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
  const code = await runJest(browser)
  if (code) {
    throw new Error("The tests in a browser have failed.")
  }
}

function runJest(browser: string): Promise<number> {
  const args = [
    "--experimental-vm-modules",
    "--no-warnings",
    "node_modules/jest/bin/jest.js",
    "--runInBand",
    "--forceExit",
    ...process.argv.slice(2),
  ]

  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: "inherit",
      env: {
        ...process.env,
        TEST_TYPE: "browser",
        CHROMIUM_PATH: browser,
        MARKET_FILE: statePath("demo.json"),
        MARKET_MESSAGES: statePath("messages.jsonl"),
      },
    })
    child.on("exit", (code) => resolve(code ?? 1))
  })
}

process.on("exit", () => rmSync(STATE, { recursive: true, force: true }))
void runCommand("test:browser", testInBrowser)
