import { readFileSync } from "node:fs"
import type { Demo } from "../../scripts/lib/demo-file"

/** The running marketplace that `npm run test:browser` has started. */
export function readMarketFile(): Demo {
  const file = process.env.MARKET_FILE
  if (!file) {
    throw new Error("These tests need a running marketplace: npm run test:browser.")
  }

  return JSON.parse(readFileSync(file, "utf8")) as Demo
}
