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

/** The same for what cannot do without; the tests' helpers open it from then on. */
export function requireBrowser(): void {
  const browser = findBrowser()
  if (!browser) {
    throw new Error("There is no Chromium here: apt-get install chromium.")
  }
  process.env.CHROMIUM_PATH = browser
}
