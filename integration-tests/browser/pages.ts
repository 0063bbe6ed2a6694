import { readdirSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"

/** A page of the dashboard as tests and pictures visit it. */
export type Visit = {
  name: string
  who: "owner" | "staff"
  path: string
  /** From a list to what stands first in it. */
  opens_first?: string
  /** And what lies behind that. */
  behind?: string
  /** What stands first there. */
  then_first?: string
  /** Medusa's page, with a part of ours. */
  is_core?: boolean
}

const ROUTES = join(__dirname, "../../src/admin/routes")

/** What links in mails open has no page without one. */
const LINKED = ["/staff-invitation", "/vendor-invitation", "/verify-email"]

const ownPaths = (): string[] =>
  readdirSync(ROUTES, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("page.tsx"))
    .map((file) => `/${file.replaceAll("\\", "/").replace(/\/?page\.tsx$/, "")}`)
    .filter((path) => !LINKED.includes(path))
    .sort()

/** Every page that there is; a detail is opened from its list. */
export const VISITS: Visit[] = [
  ...ownPaths().map(visitOf),
  { name: "medusa-order", who: "staff", path: "/orders", opens_first: "main tbody tr", is_core: true },
]

function visitOf(path: string): Visit {
  const name = path.slice(1).replaceAll("/", "-").replaceAll(/\[|\]/g, "")
  const who = path.startsWith("/vendor/") ? "owner" : "staff"
  const [list = path, rest, last] = path.split(/\/\[\w+\]/)
  if (rest === undefined) {
    return { name, who, path }
  }
  const detail: Visit = { name, who, path: list, opens_first: firstLink(list), behind: rest }

  return last === undefined ? detail : { ...detail, then_first: `main a[href*='${rest}/']` }
}

function firstLink(list: string): string {
  return `main a[href^='/app${list}/']:not([href$='/create'])`
}

/** Opens a page and waits until what it asked for is there. */
export async function visit(
  page: Page,
  admin_url: string,
  { path, opens_first, behind, then_first }: Visit
): Promise<void> {
  await page.goto(`${admin_url}${path}`)
  await settle(page)
  if (opens_first) {
    await page.locator(opens_first).first().click()
    await page.waitForURL((url) => url.pathname !== `/app${path}`)
    await settle(page)
  }
  if (behind) {
    await page.goto(`${page.url().split("?")[0]}${behind}`)
    await settle(page)
  }
  if (then_first) {
    const before = page.url()
    await page.locator(then_first).first().click()
    await page.waitForURL((url) => url.href !== before)
    await settle(page)
  }
}

const LOOK_AGAIN_MS = 250

/**
 * No grey bars are left, and nothing is on its way. Looked at twice: right after a click the former page may still stand there,
 * and the new one begins with its bars.
 */
async function settle(page: Page): Promise<void> {
  const filled = page.locator("main:not(:has([aria-busy=true])) :is(h1, h2)").first()
  await page.waitForLoadState("networkidle")
  do {
    await filled.waitFor()
    await page.waitForTimeout(LOOK_AGAIN_MS)
  } while (!(await filled.isVisible()))
}
