import type { Browser, Page } from "playwright-core"
import type { Demo } from "../../scripts/lib/demo-file"
import { shop } from "../../scripts/lib/shop/shopper"
import { lastMessage } from "../helpers/outbox"
import { clientWith } from "../helpers/people"
import { Authenticator } from "../helpers/second-factor"
import { openBrowser, type Person, signIn, sitDown } from "./browser"
import { readMarketFile } from "./market"
import { deliveryCodeOf, type Staff, staffWithFactor } from "./market-people"
import { confirmIn, drawerOf, JOBS_MS, navigationOf, typeCode, untilShown } from "./steps"

jest.setTimeout(JOBS_MS + 60_000)

/** The market may have been tested before. */
const RUN = Date.now().toString(36)
const SHOP = `Zainab Ceramics ${RUN}`
const OWNER = { email: `zainab@${RUN}.example`, password: "clay turns slowly by hand" }
const PACKER = { email: `musa@${RUN}.example`, password: "boxes go out before noon" }
const PRODUCT = `Glazed Bowl ${RUN}`
const PRICE = "12500"

/** One shop from its first day to its first payout, each person at a computer of their own. */
describe("the way of a shop", () => {
  let browser: Browser
  let market: Demo
  let staff: Staff
  let restore: () => Promise<void>
  let owner: Person
  let officer: Person
  const seen = { order_id: "", number: "", order_url: "", payout_url: "" }
  const at = (path: string) => `${market.admin_url}${path}`

  beforeAll(async () => {
    market = readMarketFile()
    browser = await openBrowser()
    staff = await staffWithFactor(market)
    // Paid when they ask for it, and never without staff: the jobs run meanwhile.
    restore = await staff.set({ payout_schedule: "on_request", payout_approval_above: { ngn: 0 } })
    owner = await sitDown(browser)
    officer = await sitDown(browser)
  })
  afterAll(async () => {
    await restore?.()
    await staff?.removeFactor()
    await browser?.close()
  })

  it("begins at the door: a login, a shop, and what is needed for its approval", async () => {
    const { page } = owner
    await page.goto(at("/login"))
    await page.getByRole("button", { name: "Open a shop" }).click()
    await page.getByLabel("E-mail address").fill(OWNER.email)
    await page.getByLabel("Password").last().fill(OWNER.password)
    await page.getByRole("button", { name: "Go on" }).click()
    await page.getByLabel("Name of the shop").fill(SHOP)
    await page.getByLabel("City").fill("Lagos")
    await page.getByRole("button", { name: "Open the shop" }).click()
    await page.waitForURL("**/app/vendor/onboarding")

    await page.getByText("Your shop waits for approval").waitFor()
  })

  it("is let in by staff, who sign in with their second factor", async () => {
    const { page } = officer
    await signIn(page, market.admin_url, market.staff)
    await page.getByLabel("One-time password 1").waitFor()
    await typeCode(page, await staff.app.code())
    await page.waitForURL(/\/app\/orders/)
    await page.goto(at("/marketplace/vendors"))
    await page.getByRole("link", { name: SHOP }).click()
    await page.getByRole("button", { name: "Approve" }).click()
    await drawerOf(page).getByRole("button", { name: "Approve" }).click()
    await page.getByText("Approved", { exact: true }).first().waitFor()

    await owner.page.goto(at("/vendor/onboarding"))
    await owner.page.getByText("Your shop is approved").waitFor()
  })

  it("adds a second factor and the account that its earnings go to", async () => {
    const { page } = owner
    await page.goto(at("/vendor/settings/security"))
    await page.getByRole("button", { name: /^Add.*Authenticator app/ }).click()
    const secret = (await drawerOf(page).locator("code").textContent()) ?? ""
    await drawerOf(page)
      .getByLabel("The code that the app shows")
      .fill(await new Authenticator(secret).code())
    await drawerOf(page).getByRole("button", { name: "Confirm" }).click()
    await page.getByText("Your second step was added.").waitFor()

    await page.goto(at("/vendor/settings/bank"))
    await page.getByRole("button", { name: "Add a bank account" }).click()
    await drawerOf(page).getByLabel("Code of the bank").fill("011")
    await drawerOf(page).getByLabel("Account number").fill("0000014579")
    await drawerOf(page).getByLabel("Name of the holder").fill(SHOP)
    await drawerOf(page).getByRole("button", { name: "Save" }).click()
    await page.getByText("number ending in 4579").waitFor()
  })

  it("puts a product on sale", async () => {
    const { page } = owner
    await page.goto(at("/vendor/products"))
    await page.getByRole("link", { name: "Add product" }).first().click()
    await page.getByLabel("Name", { exact: true }).fill(PRODUCT)
    await page.getByLabel("Price NGN: Standard").fill(PRICE)
    await page.getByLabel("Pieces: Standard").fill("8")
    await page.getByRole("button", { name: "Save and put on sale" }).click()
    await page.getByRole("heading", { level: 1, name: PRODUCT }).waitFor()

    await page.getByText("Buyers can find and buy it").waitFor()
  })

  it("gets the order of a buyer of its product, confirms it and sends it", async () => {
    const { page } = owner
    const { slug } = await shopNamed(market, SHOP)
    seen.order_id = await shop({ ...market, vendor_count: 1, handles: [slug] }, () => undefined)
    await page.goto(at("/vendor/orders"))
    const link = page.getByRole("link", { name: /^#/ })
    seen.number = (await link.textContent()) ?? ""
    await link.click()
    await page.getByText(PRODUCT).first().waitFor()
    seen.order_url = page.url()

    await page.getByRole("button", { name: "Confirm" }).click()
    await page.getByRole("button", { name: "Pack", exact: true }).click()
    await drawerOf(page).getByLabel("Carrier").fill("GIG Logistics")
    await drawerOf(page).getByLabel("Tracking number").fill("GIG-204-118")
    await drawerOf(page).getByRole("button", { name: "Pack and ship" }).click()
    await page.getByText("GIG-204-118").waitFor()
    await page.getByText("Shipped", { exact: true }).first().waitFor()
  })

  it("delivers it by the buyer's code, and by no other", async () => {
    const { page } = owner
    const code = await deliveryCodeOf(market, seen.order_id)
    const wrong = code === "000000" ? "111111" : "000000"
    await page.getByRole("button", { name: "Deliver" }).click()
    await drawerOf(page).getByLabel("Delivery code").fill(wrong)
    await drawerOf(page).getByRole("button", { name: "Deliver" }).click()
    // At its field, with what was typed still there.
    await drawerOf(page).locator("[aria-invalid=true]").waitFor()
    expect(await drawerOf(page).getByLabel("Delivery code").inputValue()).toBe(wrong)

    await drawerOf(page).getByLabel("Delivery code").fill(code)
    await drawerOf(page).getByRole("button", { name: "Deliver" }).click()
    await page.getByText("Delivered", { exact: true }).first().waitFor()
  })

  it("sees its money become available, and asks for it once by a double click", async () => {
    const { page } = owner
    const request = page.getByRole("button", { name: "Request a payout" })
    await untilShown(page, at("/vendor/finance"), request)
    await request.click()
    await drawerOf(page).getByRole("button", { name: "Request a payout" }).dblclick()
    await page.waitForURL(/\/vendor\/finance\/payouts\/./)
    seen.payout_url = page.url()
    await page.getByText("The marketplace looks at it before it is sent.").waitFor()

    await page.goto(at("/vendor/finance/payouts"))
    await page.getByRole("row").nth(1).waitFor()
    expect(await page.getByRole("row").count()).toBe(2)
  })

  it("is paid when staff have approved", async () => {
    const { page } = officer
    await page.goto(at("/marketplace/finance/payouts"))
    await page.getByRole("row", { name: SHOP }).getByRole("link").click()
    await page.getByRole("button", { name: "Approve" }).click()
    await confirmIn(page, "Approve")
    await page.getByText("The payout is approved.").waitFor()

    await untilShown(owner.page, seen.payout_url, owner.page.getByText("Your bank has received it."))
  })

  it("keeps all of it from another shop", async () => {
    const other = await sitDown(browser)
    await signIn(other.page, market.admin_url, market.vendors[0]!.owner)
    await other.page.waitForURL("**/app/vendor/home")
    for (const list of ["orders", "products", "finance/payouts"]) {
      await other.page.goto(at(`/vendor/${list}`))
      await other.page.getByRole("heading", { level: 1 }).waitFor()
      await other.page.waitForLoadState("networkidle")
      const text = (await other.page.locator("main").textContent()) ?? ""
      expect([seen.number, PRODUCT, SHOP].filter((word) => text.includes(word))).toEqual([])
    }
    await other.page.goto(seen.order_url)
    await other.page.getByText("This could not be shown").waitFor()
    expect(await other.page.getByText(PRODUCT).count()).toBe(0)
    await other.context.close()
  })

  it("keeps its finance from the member who packs", async () => {
    await invitePacker(owner, at("/vendor/settings/team"))
    const packer = await sitDown(browser)
    const { page } = packer
    await page.goto(await linkTo(PACKER.email))
    await page.getByRole("button", { name: "I have no login yet" }).click()
    await fillLogin(page)
    await page.getByRole("button", { name: "Go on" }).click()
    await page.getByRole("heading", { name: "Look into your mails" }).waitFor()
    await confirmAddress(await packer.context.newPage())
    await page.getByRole("button", { name: "I have opened the link" }).click()
    await page.waitForURL("**/app/vendor/home")
    // Until the server has said what stands in it, Medusa's frame shows everything.
    await page.locator("aside nav a").first().waitFor()
    await page.locator("aside nav a[href='/app/vendor/finance']").waitFor({ state: "detached" })
    const pages = await navigationOf(page)
    expect(pages).toContain("/app/vendor/orders")
    expect(pages.filter((path) => !path?.startsWith("/app/vendor/"))).toEqual([])

    await page.goto(at("/vendor/finance"))
    await page.getByText("Your role in this shop does not allow this.").first().waitFor()
    expect(await page.getByText("Can be paid out").count()).toBe(0)
    await page.goto(seen.order_url)
    await page.getByText(PRODUCT).first().waitFor()
    expect(packer.complaints).toEqual([])
    await packer.context.close()
  })

  it("has heard no complaint of the browsers", () => {
    expect([...owner.complaints, ...officer.complaints]).toEqual([])
  })
})

async function invitePacker({ page }: Person, url: string): Promise<void> {
  await page.goto(url)
  await page.getByRole("button", { name: "Invite somebody" }).click()
  await drawerOf(page).getByLabel("E-mail address").fill(PACKER.email)
  await drawerOf(page).getByRole("button", { name: "Send" }).click()
  await page.getByText("The invitation was sent.").waitFor()
}

async function fillLogin(page: Page): Promise<void> {
  await page.getByLabel("E-mail address").fill(PACKER.email)
  await page.getByLabel("Password").last().fill(PACKER.password)
}

/** The link of the second mail, in a tab of its own. */
async function confirmAddress(tab: Page): Promise<void> {
  await tab.goto(await linkTo(PACKER.email, 1))
  await fillLogin(tab)
  await tab.getByRole("button", { name: "Confirm the address" }).click()
  await tab.getByText("Your e-mail address is confirmed.").waitFor()
  await tab.close()
}

async function linkTo(email: string, after = 0): Promise<string> {
  const { text } = await lastMessage(email, after)
  const [link] = /https?:\S+/.exec(text) ?? []
  if (!link) {
    throw new Error(`The message to ${email} has no link: ${text}`)
  }

  return link
}

async function shopNamed({ base_url, publishable_key }: Demo, name: string): Promise<{ slug: string }> {
  const store = clientWith(base_url, { "x-publishable-api-key": publishable_key })
  const { body } = await store<{ vendors: { name: string; handle: string }[] }>(
    "GET",
    "/store/vendors?limit=50"
  )
  const found = body.vendors.find((vendor) => vendor.name === name)
  if (!found) {
    throw new Error(`GET /store/vendors does not list ${name}.`)
  }

  return { slug: found.handle }
}
