import type { Browser } from "playwright-core"
import type { Demo } from "../../scripts/lib/demo-file"
import { shop } from "../../scripts/lib/shop/shopper"
import { openBrowser, type Person, PHONE, signIn, sitDown } from "./browser"
import { readMarketFile } from "./market"
import { drawerOf } from "./steps"

jest.setTimeout(120_000)

/** One piece and its delivery: the shop gives back the one by name, staff the other. */
describe("a refund of a part of an order", () => {
  let browser: Browser
  let market: Demo
  let order_id: string
  let owner: Person
  let officer: Person

  beforeAll(async () => {
    market = readMarketFile()
    browser = await openBrowser()
    const [{ handle }] = market.vendors as [Demo["vendors"][number]]
    order_id = await shop({ ...market, vendor_count: 1, handles: [handle] }, () => undefined)
    owner = await sitDown(browser, PHONE)
    officer = await sitDown(browser)
  })
  afterAll(async () => {
    await browser?.close()
  })

  it("counts the pieces that the shop gives back, and offers them no more", async () => {
    const { page } = owner
    await signIn(page, market.admin_url, market.vendors[0]!.owner)
    await page.waitForURL("**/app/vendor/home")
    await page.goto(`${market.admin_url}/vendor/orders`)
    await page.getByRole("link", { name: /^#/ }).first().click()
    await page.getByRole("button", { name: "Refund", exact: true }).click()
    const drawer = drawerOf(page)
    const pieces = drawer.getByRole("spinbutton")
    const refund = drawer.getByRole("button", { name: "Refund", exact: true })
    await refund.click()
    await drawer.getByText("Choose pieces or the delivery.").waitFor()
    await pieces.fill("2")
    await refund.click()
    await drawer.getByText("A whole number from 0 to 1.").waitFor()
    await pieces.fill("1")
    await refund.click()
    await page.getByText("The refund is made.").first().waitFor()
    await drawer.waitFor({ state: "detached" })

    await page.getByRole("button", { name: "Refund", exact: true }).click()
    await drawer.getByRole("switch", { name: "Delivery" }).waitFor()
    expect(await pieces.count()).toBe(0)
  })

  it("leaves what is left of it to staff, until nothing is", async () => {
    const { page } = officer
    await signIn(page, market.admin_url, market.staff)
    await page.waitForURL(/\/app\/orders/)
    await page.goto(`${market.admin_url}/orders/${order_id}`)
    const button = page.getByRole("button", { name: "Refund", exact: true })
    await button.click()
    await drawerOf(page).getByRole("switch", { name: "Delivery" }).click()
    await drawerOf(page).getByLabel("Note").fill("The courier came a week late.")
    await drawerOf(page).getByRole("button", { name: "Refund", exact: true }).click()
    await page.getByText("The refund is made.").first().waitFor()
    await button.waitFor({ state: "detached" })
  })

  it("has heard no complaint of the browsers", () => {
    expect([...owner.complaints, ...officer.complaints]).toEqual([])
  })
})
