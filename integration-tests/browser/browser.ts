import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core"

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

export const DESKTOP = { width: 1280, height: 860 }
export const PHONE = { width: 360, height: 740 }

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH, headless: true, args: FLAGS })

export type Person = { context: BrowserContext; page: Page; complaints: string[] }

/** Somebody at a computer of their own. What the browser complains of is collected: a test looks at it in the end. */
export async function sitDown(browser: Browser, viewport = DESKTOP): Promise<Person> {
  const context = await browser.newContext({ viewport, locale: "en-GB", timezoneId: "Africa/Lagos" })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on("pageerror", (error) => complaints.push(error.message))

  return { context, page, complaints }
}

type Login = { email: string; password: string }

export async function signIn(page: Page, admin_url: string, { email, password }: Login): Promise<void> {
  await page.goto(`${admin_url}/login`)
  await page.locator("input[type=email], input[name=email]").first().fill(email)
  await page.locator("input[type=password]").first().fill(password)
  await page.getByRole("button", { name: "Continue with Email" }).click()
}
