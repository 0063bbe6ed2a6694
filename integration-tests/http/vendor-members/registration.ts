import { Modules } from "@medusajs/framework/utils"
import { lastCode } from "../../helpers/outbox"
import { clientWith, createBuyer, PASSWORD, signIn } from "../../helpers/people"
import { refreshed, shopOf, signUp, type TeamSuite, tally, vendorsOf } from "./suite"

type Shop = { vendor: { id: string; status: string; handle: string; name: string }; code?: string }
type Me = {
  user: { email: string | null; first_name: string | null }
  memberships: { vendor_id: string; role: string; status: string; permissions: string[] }[]
  vendor_id: string | null
  sign_in_phone: string | null
}

const SHOP = { name: "Adire House", country_code: "ng" }

export function describeRegistration(suite: TeamSuite): void {
  const usersBy = (email: string) => suite.container.resolve(Modules.USER).listUsers({ email })

  describe("registering a shop", () => {
    it("gives a fresh login an account and a pending shop that it owns, once however often it is asked", async () => {
      const client = await signUp(suite, "ada@example.com")

      const answers = await Promise.all(
        [1, 2, 3, 4, 5].map(() => client<Shop>("POST", "/vendor/register", SHOP))
      )

      expect(tally(answers)).toEqual(["201", "201", "201", "201", "201"])
      const [first] = answers
      expect(new Set(answers.map(({ body }) => body.vendor.id)).size).toBe(1)
      expect(first!.body.vendor).toMatchObject({ status: "pending", handle: "adire-house" })
      expect(await usersBy("ada@example.com")).toHaveLength(1)
      expect(await vendorsOf(suite).listVendors({ handle: "adire-house" })).toMatchObject([
        { is_house: false, commission_rate_bps: null, contact_email: "ada@example.com" },
      ])
      // The lost answer of the first try comes again; the sign-up's token opens nothing else.
      expect((await client<Shop>("POST", "/vendor/register", SHOP)).body.vendor.id).toBe(
        first!.body.vendor.id
      )
      expect(await client("POST", "/vendor/register", { ...SHOP, name: "Another" })).toMatchObject({
        status: 401,
        body: { code: "sign_in_required" },
      })

      const signedIn = await refreshed(suite, client)
      expect((await signedIn<Me>("GET", "/vendor/me")).body).toMatchObject({
        user: { email: "ada@example.com" },
        memberships: [{ vendor_id: first!.body.vendor.id, role: "owner", status: "pending" }],
        vendor_id: first!.body.vendor.id,
      })
      expect((await signedIn("GET", "/admin/products")).body).toMatchObject({ code: "staff_only" })
    })

    it("refuses every field that is not the registrant's to say, and leaves nothing", async () => {
      const client = await signUp(suite, "mass@example.com")
      const fields = {
        status: "approved",
        is_house: true,
        commission_rate_bps: 0,
        id: "vend_mine",
        vendor_id: shopOf(suite, 0),
        user_id: "user_other",
        owner_user_id: "user_other",
        role: "owner",
        shipping_profile_id: "sp_other",
        only_existing: false,
        verified_at: new Date().toISOString(),
      }

      for (const [field, value] of Object.entries(fields)) {
        const { status } = await client("POST", "/vendor/register", { ...SHOP, [field]: value })
        expect([field, status]).toEqual([field, 400])
      }
      expect(await usersBy("mass@example.com")).toEqual([])
      expect(await vendorsOf(suite).listVendors({ handle: "adire-house" })).toEqual([])
    })

    it("leaves no account when the shop cannot be opened, and lets the same login try again", async () => {
      const client = await signUp(suite, "kofi@example.com")
      const taken = suite.market.vendors[0]!.handle

      expect(await client("POST", "/vendor/register", { ...SHOP, handle: taken })).toMatchObject({
        body: { code: "vendor_handle_taken" },
      })
      expect(
        await client("POST", "/vendor/register", { ...SHOP, agreement_version: "of another day" })
      ).toMatchObject({ body: { code: "agreement_version_outdated" } })
      expect(await usersBy("kofi@example.com")).toEqual([])
      expect(await vendorsOf(suite).listVendors({ handle: "adire-house" })).toEqual([])
      expect((await client("POST", "/vendor/register", SHOP)).status).toBe(201)
    })

    it("opens at most five shops that wait for approval, also when asked in parallel", async () => {
      const client = await signUp(suite, "many@example.com")
      await client("POST", "/vendor/register", { ...SHOP, name: "Shop number 0" })
      const signedIn = await refreshed(suite, client)

      const answers = await Promise.all(
        [1, 2, 3, 4, 5, 6, 7].map((number) =>
          signedIn<Shop>("POST", "/vendor/register", { ...SHOP, name: `Shop number ${number}` })
        )
      )

      expect(tally(answers)).toEqual([
        "201",
        "201",
        "201",
        "201",
        ...Array(3).fill("pending_shop_limit_reached"),
      ])
    })

    it("takes a login by phone, which names an e-mail for the shop and lends nobody's address", async () => {
      const phone = "+2348031234567"
      const anybody = clientWith(suite.base_url)
      await anybody("POST", "/auth/user/phone/code", { phone })
      const { body } = await anybody<{ token: string }>("POST", "/auth/user/phone/register", {
        phone,
        code: await lastCode(phone),
      })
      const client = clientWith(suite.base_url, { authorization: `Bearer ${body.token}` })

      expect(await client("POST", "/vendor/register", SHOP)).toMatchObject({
        body: { code: "contact_email_missing" },
      })
      // An address that has an account: nothing tells so, and that account is not touched.
      const answer = await client<Shop>("POST", "/vendor/register", {
        ...SHOP,
        contact_email: "Owner@Shop.example.com",
      })
      expect(answer).toMatchObject({
        status: 201,
        body: { vendor: { contact_email: "owner@shop.example.com" } },
      })
      const signedIn = await refreshed(suite, client)
      expect((await signedIn<Me>("GET", "/vendor/me")).body).toMatchObject({
        user: { email: null },
        memberships: [{ role: "owner" }],
      })
      expect(await usersBy("owner@shop.example.com")).toHaveLength(1)
    })

    it("keeps text as text, and refuses what is no phone, country or address", async () => {
      const client = await signUp(suite, "text@example.com")
      for (const wrong of [
        { contact_phone: "0803 123 4567" },
        { contact_phone: "+2340000000000" },
        { country_code: "Nigeria" },
        { contact_email: "not an address" },
        { name: "<b></b>" },
        { handle: "../admin" },
      ]) {
        expect((await client("POST", "/vendor/register", { ...SHOP, ...wrong })).status).toBe(400)
      }

      const { body } = await client<Shop>("POST", "/vendor/register", {
        ...SHOP,
        name: "<script>alert(1)</script>Kente & <b>Sons</b>",
      })

      expect(body.vendor.name).toBe("Kente & Sons")
    })

    it("is for logins of users alone, and says nothing of whose an address is", async () => {
      await createBuyer(suite.container)
      const buyer = await signIn(suite.base_url, "customer", "buyer@example.com")
      // For an address that has a login, the sign-up answers a token that belongs to nobody.
      const decoy = await signUp(suite, "owner@shop.example.com")

      for (const client of [buyer, decoy, clientWith(suite.base_url)]) {
        expect(await client("POST", "/vendor/register", SHOP)).toMatchObject({
          status: 401,
          body: { code: "sign_in_required" },
        })
      }
      expect(await vendorsOf(suite).listVendors({ handle: "adire-house" })).toEqual([])
    })
  })

  describe("/vendor/me", () => {
    it("switches between shops by the session's choice, which the header overrules", async () => {
      const client = await signUp(suite, "two@example.com")
      const first = await client<Shop>("POST", "/vendor/register", SHOP)
      const signedIn = await refreshed(suite, client)
      const second = await signedIn<Shop>("POST", "/vendor/register", { ...SHOP, name: "Kente Yard" })
      const [one, two] = [first.body.vendor.id, second.body.vendor.id]

      expect((await signedIn("GET", "/vendor/members")).body).toMatchObject({ code: "vendor_choice_missing" })
      expect((await signedIn("POST", "/vendor/me/shop", { vendor_id: two })).body).toEqual({ vendor_id: two })
      expect((await signedIn<Me>("GET", "/vendor/me")).body.vendor_id).toBe(two)
      const idsFor = async (headers: Record<string, string>) =>
        (
          await signedIn<{ members: { id: string }[] }>("GET", "/vendor/members", undefined, headers)
        ).body.members.map(({ id }) => id)
      const ownIn = async (vendor_id: string) =>
        (await vendorsOf(suite).listVendorMembers({ vendor_id })).map(({ id }) => id)
      expect(await idsFor({})).toEqual(await ownIn(two))
      expect(await idsFor({ "x-vendor-id": one })).toEqual(await ownIn(one))
      for (const vendor_id of [shopOf(suite, 0), "vend_none", "' or 1=1 --"]) {
        expect(await signedIn("POST", "/vendor/me/shop", { vendor_id })).toMatchObject({
          status: 404,
          body: { code: "vendor_not_found" },
        })
        expect(
          await signedIn("GET", "/vendor/members", undefined, { "x-vendor-id": vendor_id })
        ).toMatchObject({ status: 404, body: { code: "vendor_not_found" } })
      }
      await signedIn("POST", "/vendor/me/shop", { vendor_id: null })
      expect((await signedIn<Me>("GET", "/vendor/me")).body.vendor_id).toBeNull()
    })

    it("says by which number the login can be signed in, as far as a passer-by may see it", async () => {
      const client = await signUp(suite, "phone@example.com")
      await client("POST", "/vendor/register", SHOP)
      const signedIn = await refreshed(suite, client)
      expect((await signedIn<Me>("GET", "/vendor/me")).body.sign_in_phone).toBeNull()

      const phone = "+2348031234987"
      await signedIn("POST", "/auth/phone/change/code", { phone })
      const { body } = await signedIn<{ token: string }>("POST", "/auth/phone/change", {
        phone,
        code: await lastCode(phone),
        password: PASSWORD,
      })
      const again = clientWith(suite.base_url, { authorization: `Bearer ${body.token}` })

      expect((await again<Me>("GET", "/vendor/me")).body.sign_in_phone).toBe("***987")
    })

    it("changes the own name and phone, and nothing else of the account", async () => {
      const { status, body } = await suite.owner<Me>("POST", "/vendor/me", {
        first_name: "Ngozi<img src=x>",
        contact_phone: "+2348031234567",
      })

      expect(status).toBe(200)
      expect(body.user).toMatchObject({ first_name: "Ngozi", contact_phone: "+2348031234567" })
      for (const field of ["email", "metadata", "id", "role", "memberships"]) {
        expect((await suite.owner("POST", "/vendor/me", { [field]: "x" })).status).toBe(400)
      }
      expect((await suite.owner<Me>("GET", "/vendor/me")).body).toMatchObject({
        user: { email: "owner@shop.example.com" },
        second_factor: { is_enrolled: true, is_required: false },
      })
    })
  })
}
