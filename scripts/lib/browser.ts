import { existsSync } from "node:fs"

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
]

/** Where a Chromium is: `CHROMIUM_PATH`, else one of the usual places. */
export function findBrowser(): string | null {
  const named = process.env.CHROMIUM_PATH

  return [...(named ? [named] : []), ...PLACES].find((place) => existsSync(place)) ?? null
}
