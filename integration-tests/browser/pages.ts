import type { Page } from "playwright-core"
import { STAFF_PAGES, VENDOR_PAGES } from "../../src/lib/dashboard-pages"

/** A page of the dashboard as tests and pictures visit it. */
export type Visit = {
  name: string
  who: "owner" | "staff"
  path: string
  /** From a list to what stands first in it. */
  opens_first?: string
}

const nameOf = (path: string) => path.slice(1).replaceAll("/", "-")

/** Every page that stands in a navigation, and the details behind them. */
export const VISITS: Visit[] = [
  ...VENDOR_PAGES.map(({ path }) => ({ name: nameOf(path), who: "owner" as const, path })),
  {
    name: "vendor-order",
    who: "owner",
    path: "/vendor/orders",
    opens_first: "main a[href*='/vendor/orders/']",
  },
  ...["service", "shipping"].map((part) => ({
    name: `vendor-settings-${part}`,
    who: "owner" as const,
    path: `/vendor/settings/${part}`,
  })),
  ...STAFF_PAGES.map(({ path }) => ({ name: nameOf(path), who: "staff" as const, path })),
]

/** Opens a page and waits until what it asked for is there. */
export async function visit(page: Page, admin_url: string, { path, opens_first }: Visit): Promise<void> {
  await page.goto(`${admin_url}${path}`)
  await settle(page)
  if (opens_first) {
    await page.locator(opens_first).first().click()
    await settle(page)
  }
}

/** No grey bars are left, and nothing is on its way. */
async function settle(page: Page): Promise<void> {
  await page.locator("main h1").first().waitFor()
  await page.waitForLoadState("networkidle")
}
