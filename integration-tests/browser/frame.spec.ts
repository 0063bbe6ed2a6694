import type { Browser, Locator, Page } from "playwright-core"
import type { Demo } from "../../scripts/lib/demo-file"
import { shop } from "../../scripts/lib/shop/shopper"
import { openBrowser, type Person, PHONE, signIn, sitDown } from "./browser"
import { readMarketFile } from "./market"

jest.setTimeout(180_000)

describe("the dashboard of a shop", () => {
  let browser: Browser
  let market: Demo
  let person: Person | undefined

  beforeAll(async () => {
    market = readMarketFile()
    browser = await openBrowser()
    await shop({ ...market, vendor_count: 3 }, () => undefined)
  })
  afterEach(async () => {
    expect(person?.complaints ?? []).toEqual([])
    await person?.context.close()
    person = undefined
  })
  afterAll(async () => {
    await browser?.close()
  })

  const owner = () => market.vendors[0]!.owner
  const enter = async (viewport?: typeof PHONE) => {
    person = await sitDown(browser, viewport)
    await signIn(person.page, market.admin_url, owner())
    await person.page.waitForURL("**/app/vendor/home")

    return person.page
  }

  it("leads its owner to the shop's home, with the shop's navigation and none of Medusa's", async () => {
    const page = await enter()
    await page.getByRole("heading", { level: 1, name: market.vendors[0]!.name }).waitFor()
    const links = await hrefsOf(page.locator("aside nav a"))

    expect(links).toContain("/app/vendor/orders")
    expect(links.filter((href) => !href?.startsWith("/app/vendor/"))).toEqual([])
  })

  it("sends people of a shop from Medusa's pages to their own", async () => {
    const page = await enter()
    await page.goto(`${market.admin_url}/products`)
    await page.waitForURL("**/app/vendor/products")
    await page.goto(`${market.admin_url}/customers`)
    await page.waitForURL("**/app/vendor/orders")
    await page.goto(`${market.admin_url}/price-lists`)
    await page.waitForURL("**/app/vendor/home")
  })

  it("shows the orders on a phone without a table that has to be moved sideways", async () => {
    const page = await enter(PHONE)
    await page.goto(`${market.admin_url}/vendor/orders`)
    await page.getByRole("link", { name: /^#/ }).first().waitFor()

    expect(await hiddenWidth(page)).toBe(0)
  })

  it("says so when the connection is lost, keeps what was typed, and saves it once it is back", async () => {
    const page = await enter(PHONE)
    await page.goto(`${market.admin_url}/vendor/products/create`)
    await page.getByLabel("Name", { exact: true }).fill("Woven Basket")
    await page.getByLabel("Price NGN: Standard").fill("4500")
    await page.context().setOffline(true)
    await page.getByRole("button", { name: "Save as draft" }).click()
    await page.getByText("There is no connection. What you typed is kept").waitFor()
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Woven Basket")
    await page.context().setOffline(false)
    await page.getByRole("button", { name: "Save as draft" }).click()
    await page.getByRole("heading", { level: 1, name: "Woven Basket" }).waitFor()
  })

  it("says so when the session has ended, and comes back to the same page after the sign-in", async () => {
    const page = await enter()
    await page.goto(`${market.admin_url}/vendor/orders`)
    await page.getByRole("link", { name: /^#/ }).first().waitFor()
    await page.context().clearCookies()
    // Not the one that everybody of a shop lands on.
    await page.getByRole("link", { name: "Products", exact: true }).click()
    await page.waitForURL("**/app/login")
    await page.locator("input[name=email]").fill(owner().email)
    await page.locator("input[type=password]").fill(owner().password)
    await page.getByRole("button", { name: "Continue with Email" }).click()
    await page.waitForURL("**/app/vendor/products")
  })
})

const hrefsOf = async (links: Locator) =>
  Promise.all((await links.all()).map((link) => link.getAttribute("href")))

/** How much of the page is out of sight at its side, in pixels. As text, because it runs in the page. */
const hiddenWidth = (page: Page) =>
  page.evaluate<number>(
    "document.querySelector('main').scrollWidth - document.querySelector('main').clientWidth"
  )
