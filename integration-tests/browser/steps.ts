import type { Locator, Page } from "playwright-core"

/** Within this the jobs have come by, which run each minute. */
export const JOBS_MS = 150_000

/** The form at the side of the page. */
export const drawerOf = (page: Page): Locator => page.getByRole("dialog")

/** What a button asks before it does something. */
export const confirmIn = (page: Page, verb: string): Promise<void> =>
  page.getByRole("alertdialog").getByRole("button", { name: verb }).click()

/** Looks again and again, as people do who wait for something. */
export async function untilShown(page: Page, url: string, wanted: Locator): Promise<void> {
  const deadline = Date.now() + JOBS_MS
  do {
    await page.goto(url)
    await page.getByRole("heading", { level: 1 }).waitFor()
    await page.waitForLoadState("networkidle")
    if (await wanted.isVisible()) {
      return
    }
    await page.waitForTimeout(2000)
  } while (Date.now() < deadline)
  throw new Error(`${url} has not shown it in time: ${wanted}`)
}

export async function navigationOf(page: Page): Promise<(string | null)[]> {
  const found = page.locator("aside nav a")
  await found.first().waitFor()
  const links = await found.all()

  return Promise.all(links.map((link) => link.getAttribute("href")))
}

/** A digit for each field: typed at once, some come before the next field has the focus. */
export async function typeCode(page: Page, code: string): Promise<void> {
  for (const [at, digit] of [...code].entries()) {
    await page.getByLabel(`One-time password ${at + 1}`).fill(digit)
  }
}
