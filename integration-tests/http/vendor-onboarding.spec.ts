import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { ACCESS_MODULE } from "../../src/modules/access"
import type { Settings } from "../../src/modules/access/domain/settings"
import type AccessModuleService from "../../src/modules/access/service"
import { VENDOR_MODULE } from "../../src/modules/vendor"
import { REQUIREMENT_KEYS } from "../../src/modules/vendor/domain/requirement"
import type VendorModuleService from "../../src/modules/vendor/service"
import { openBankNumber } from "../../src/workflows/vendor-onboarding/bank-number"
import { createMarketplace, type Marketplace } from "../helpers/create-marketplace"
import { lastMessage, messagesTo } from "../helpers/outbox"
import {
  type Client,
  clientWith,
  createMember,
  createStaff,
  createUser,
  PASSWORD,
  type Person,
  signIn,
} from "../helpers/people"
import { enrolAuthenticator, signInWithFactor } from "../helpers/second-factor"
import { describeDecision } from "./vendor-onboarding/decision"
import {
  ACCOUNT,
  NUMBER,
  type Onboarding,
  type OnboardingSuite,
  PDF,
  SEEN,
  type Shop,
  type Vendor,
} from "./vendor-onboarding/suite"

jest.setTimeout(300_000)

const REQUIREMENTS = REQUIREMENT_KEYS

medusaIntegrationTestRunner({
  inApp: true,
  env: {},
  testSuite: ({ getContainer, api }) => {
    let container: MedusaContainer
    let market: Marketplace
    let baseUrl: string
    let operations: Client
    const logged: string[] = []
    const events: unknown[] = []
    const storedFiles = new Set<string>()

    const vendors = () => container.resolve<VendorModuleService>(VENDOR_MODULE)
    const sql = async <Row = Record<string, unknown>>(text: string, values: string[] = []): Promise<Row[]> =>
      (await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values)).rows

    const configure = (values: Partial<Settings>) =>
      container.resolve<AccessModuleService>(ACCESS_MODULE).writeSettings({ values, by: "user_test" })

    /** A pending shop with an owner and a manager. */
    let serial = 0
    const openShop: OnboardingSuite["openShop"] = async () => {
      serial += 1
      const owner = await createUser(container, `owner${serial}@textiles.example.com`)
      const client = await signIn(baseUrl, "user", owner.email)
      const registered = await client<{ vendor: { id: string } }>("POST", "/vendor/register", {
        name: `Textiles ${serial}`,
        country_code: "ng",
      })
      expect([registered.status, registered.body]).toEqual([201, expect.anything()])
      const { id } = registered.body.vendor
      const manager = await createMember(container, id, "manager", `manager${serial}@textiles.example.com`)

      return { id, serial, owner, manager }
    }
    /** Staff decide on a shop as they see it at this moment. */
    const review = async (id: string, action: string, body: object = {}) => {
      const { version } = (await operations<Vendor>("GET", `/admin/vendors/${id}`)).body.vendor

      return operations<Vendor & { code?: string }>("POST", `/admin/vendors/${id}/${action}`, {
        version,
        ...body,
      })
    }
    const as = (person: Person) => signIn(baseUrl, "user", person.email)
    const withFactor = async (person: Person) => {
      const app = await enrolAuthenticator(await as(person))
      return signInWithFactor(baseUrl, { actor: "user", email: person.email }, app)
    }
    const tokenOf = async (person: { email: string }) => {
      const { body } = await clientWith(baseUrl)<{ token: string }>("POST", "/auth/user/emailpass", {
        email: person.email,
        password: PASSWORD,
      })
      return { authorization: `Bearer ${body.token}` }
    }
    const upload = async (person: Person, content: string, name = "passport.pdf", field = "file") => {
      const form = new FormData()
      form.set(field, new Blob([Buffer.from(content, "latin1")], { type: "application/pdf" }), name)
      const response = await fetch(`${baseUrl}/vendor/onboarding/documents`, {
        method: "POST",
        headers: await tokenOf(person),
        body: form,
      })
      for (const { file_id } of await vendors().listVendorDocuments({})) {
        storedFiles.add(file_id)
      }
      return { status: response.status, body: (await response.json()) as Onboarding & { code?: string } }
    }
    afterAll(() => container.resolve(Modules.FILE).deleteFiles([...storedFiles]))
    const proveNothingHolds = async (text: string) => {
      const tables = await sql<{ table_name: string }>(
        `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`
      )
      const holding: string[] = []
      for (const { table_name } of tables) {
        const found = await sql(`select 1 from "${table_name}" t where t::text like ? limit 1`, [`%${text}%`])
        if (found.length) {
          holding.push(table_name)
        }
      }
      expect(tables.length).toBeGreaterThan(50)
      expect(holding).toEqual([])
    }

    beforeAll(async () => {
      container = getContainer()
      market = await createMarketplace(container, { vendors: 1 })
      baseUrl = api.defaults.baseURL
      for (const role of ["operations", "support", "finance", "read-only"] as const) {
        await createStaff(container, role)
      }
      operations = await signIn(baseUrl, "user", "operations@staff.example.com")
      listenToLogs()
      const bus = container.resolve(Modules.EVENT_BUS)
      for (const name of [
        "vendor.bank-account-changed",
        "vendor.requirement-changed",
        "vendor.status-changed",
        "vendor.updated",
      ]) {
        bus.subscribe(name, async (event) => {
          events.push(event)
        })
      }
    })

    function listenToLogs() {
      const logger = container.resolve<Logger>(ContainerRegistrationKeys.LOGGER)
      for (const level of ["debug", "info", "warn", "error", "log"] as const) {
        const write = logger[level].bind(logger) as (...said: unknown[]) => void
        logger[level] = (...said: unknown[]) => {
          logged.push(JSON.stringify(said, (_, value) => (value instanceof Error ? `${value.stack}` : value)))
          write(...said)
        }
      }
    }

    const suite: OnboardingSuite = {
      get base_url() {
        return baseUrl
      },
      get container() {
        return container
      },
      get market() {
        return market
      },
      get operations() {
        return operations
      },
      logged,
      events,
      vendors,
      sql,
      configure,
      openShop,
      as,
      withFactor,
      tokenOf,
      upload,
      proveNothingHolds,
      review,
    }

    describeDecision(suite)

    describe("the way of a shop from registration to approval", () => {
      beforeEach(() => configure({ onboarding_requirements: [...REQUIREMENTS] }))

      it("is approved when every part is accepted, waived or found true, and not before", async () => {
        const { id, owner, manager } = await openShop()
        const client = await withFactor(owner)
        const approve = () => review(id, "approve")
        const decide = (key: string, action: string, body: object = {}) =>
          review(id, `requirements/${key}/${action}`, body)
        const states = async () => {
          const { body } = await client<Onboarding>("GET", "/vendor/onboarding")
          return Object.fromEntries(body.onboarding.requirements.map(({ key, state }) => [key, state]))
        }

        expect(await states()).toEqual(Object.fromEntries(REQUIREMENTS.map((key) => [key, "missing"])))
        expect(await approve()).toMatchObject({ status: 400, body: { code: "onboarding_incomplete" } })

        expect(await upload(manager, PDF)).toMatchObject({
          status: 201,
          body: { onboarding: { documents: [{ filename: "passport.pdf", mime_type: "application/pdf" }] } },
        })
        expect((await client("POST", "/vendor/bank-account", ACCOUNT)).status).toBe(200)
        expect(await client("POST", "/vendor/onboarding/agreement", { version: "0" })).toMatchObject({
          status: 400,
          body: { code: "agreement_version_outdated" },
        })
        expect((await client("POST", "/vendor/onboarding/agreement", { version: "1" })).status).toBe(200)
        expect(await states()).toEqual({
          documents: "submitted",
          bank_account: "accepted",
          phone: "missing",
          agreement: "accepted",
        })

        const rejected = await decide("documents", "reject", { reason: "The passport has expired." })
        expect(rejected.status).toBe(200)
        expect((await lastMessage(owner.email)).text).toContain("The passport has expired.")
        const shown = await client<Onboarding>("GET", "/vendor/onboarding")
        expect(shown.body.onboarding.requirements).toContainEqual(
          expect.objectContaining({
            key: "documents",
            state: "rejected",
            reason: "The passport has expired.",
          })
        )
        expect(JSON.stringify(shown.body)).not.toContain("decided_by")
        expect((await upload(manager, `${PDF}, renewed`)).status).toBe(201)
        expect((await decide("documents", "accept")).status).toBe(200)
        expect(await approve()).toMatchObject({
          status: 400,
          body: { code: "onboarding_incomplete", message: "The checklist is not complete: phone." },
        })
        expect(await decide("phone", "waive", {})).toMatchObject({ status: 400 })
        expect((await decide("phone", "waive", { reason: "Known to us since 2010." })).status).toBe(200)

        expect(await approve()).toMatchObject({
          status: 200,
          body: { vendor: { status: "approved", verified_at: expect.any(String) } },
        })
        // Again changes nothing: no second line of history, no second mail.
        const mails = (await messagesTo(owner.email)).length
        const again = await approve()
        expect(again.body.vendor.history).toHaveLength(2)
        expect(await messagesTo(owner.email)).toHaveLength(mails)

        const taken = await decide("documents", "reject", { reason: "Forged, says the embassy." })
        expect(taken.body.vendor).toMatchObject({ status: "approved", verified_at: null })
      })

      it("asks again for terms that have changed", async () => {
        const { owner } = await openShop()
        const client = await as(owner)
        await client("POST", "/vendor/onboarding/agreement", { version: "1" })
        await configure({ agreement_version: "2026-12" })

        const { body } = await client<Onboarding>("GET", "/vendor/onboarding")
        await configure({ agreement_version: "1" })

        expect(body.onboarding.requirements).toContainEqual(
          expect.objectContaining({ key: "agreement", state: "missing" })
        )
      })

      it("counts the phone that an owner has verified, and nobody else's", async () => {
        const { id, owner, manager } = await openShop()
        const verify = (person: Person) =>
          sql(
            `insert into auth_verification
               (id, auth_identity_id, entity_id, entity_type, code_provider, requested_at, verified_at)
             values (?, ?, '+2348030000000', 'phone', 'sms', now(), now())`,
            [`authver_${person.id}`, person.auth_identity_id]
          )
        const phone = async () =>
          (await operations<Vendor>("GET", `/admin/vendors/${id}`)).body.vendor.requirements.find(
            ({ key }) => key === "phone"
          )

        await verify(manager)
        expect(await phone()).toMatchObject({ state: "missing" })
        await verify(owner)
        expect(await phone()).toMatchObject({ state: "accepted", is_computed: true })
      })

      it("goes back to pending when a rejected shop applies again", async () => {
        const { id, owner } = await openShop()
        expect(await review(id, "reject")).toMatchObject({ status: 400 })
        const reason = "We do not take importers of <b>tyres</b>."
        expect(await review(id, "reject", { reason })).toMatchObject({
          status: 200,
          body: { vendor: { status: "rejected" } },
        })
        expect((await lastMessage(owner.email)).text).toContain("We do not take importers of tyres.")

        const client = await as(owner)
        expect(await client("GET", `/vendor/shops/${id}`)).toMatchObject({
          body: { shop: { status: "rejected", status_reason: "We do not take importers of tyres." } },
        })
        expect((await client("POST", `/vendor/shops/${id}`, { city: "Aba" })).status).toBe(200)
        expect(await client("POST", `/vendor/shops/${id}/resubmit`, {})).toMatchObject({
          status: 200,
          body: { shop: { status: "pending" } },
        })
        expect(await client("POST", `/vendor/shops/${market.vendors[0]!.id}/resubmit`, {})).toMatchObject({
          status: 404,
          body: { code: "vendor_not_found" },
        })
      })
    })

    describe("papers", () => {
      it("are told by their bytes, whatever they call themselves", async () => {
        const { manager } = await openShop()
        for (const content of ["<svg onload=alert(1)>", "<!doctype html>", "GIF89a", " %PDF-1.7"]) {
          expect(await upload(manager, content)).toMatchObject({
            status: 400,
            body: { code: "document_invalid" },
          })
        }
        expect(await upload(manager, PDF, "a.pdf", "other")).toMatchObject({ status: 400 })
        expect(await upload(manager, `%PDF-${"x".repeat(10 * 1024 * 1024)}`)).toMatchObject({
          status: expect.any(Number),
          body: { code: "request_too_large" },
        })

        const named = await upload(manager, "\xff\xd8\xff\xe0", '../../"x"\r\n<b>.svg')
        expect(named.body.onboarding.documents).toMatchObject([
          { mime_type: "image/jpeg", filename: expect.stringMatching(/^[\w -]+\.jpg$/) },
        ])
      })

      it("are stored encrypted and read by reviewing staff alone, of the shop in the address alone", async () => {
        const { id, manager } = await openShop()
        const other = await openShop()
        const { body } = await upload(manager, PDF)
        const documentId = body.onboarding.documents[0]!.id
        const read = async (person: { email: string }, shopId = id) =>
          fetch(`${baseUrl}/admin/vendors/${shopId}/documents/${documentId}`, {
            headers: await tokenOf(person),
          })

        const answer = await read({ email: "operations@staff.example.com" })
        expect(answer.status).toBe(200)
        expect(await answer.text()).toBe(PDF)
        expect(answer.headers.get("content-disposition")).toMatch(/^attachment/)
        expect(answer.headers.get("x-content-type-options")).toBe("nosniff")
        expect((await read({ email: "operations@staff.example.com" }, other.id)).status).toBe(404)
        expect((await read({ email: "support@staff.example.com" })).status).toBe(403)
        expect((await read(manager)).status).toBe(403)

        const [row] = await vendors().listVendorDocuments({ id: documentId })
        const stored = await container.resolve(Modules.FILE).getAsBuffer(row!.file_id)
        expect(stored.toString("latin1")).not.toContain("passport")
        expect(row!.file_id).not.toContain("passport")
      })
    })

    describe("the bank account", () => {
      it("takes a fresh second factor, and neither a manager nor a finance clerk without one", async () => {
        const { id, owner, manager } = await openShop()
        const finance = await createMember(container, id, "finance")
        for (const [person, code] of [
          [owner, "step_up_required"],
          [finance, "step_up_required"],
          [manager, "permission_missing"],
        ] as const) {
          expect(await (await as(person))("POST", "/vendor/bank-account", ACCOUNT)).toMatchObject({
            status: 403,
            body: { code },
          })
        }
        expect(await vendors().listVendorBankAccounts({ vendor_id: id })).toEqual([])
        const steppedUp = await withFactor(manager)
        expect(await steppedUp("POST", "/vendor/bank-account", ACCOUNT)).toMatchObject({
          status: 403,
          body: { code: "permission_missing" },
        })
      })

      it("shows nothing of it to staff whose role does not open bank accounts", async () => {
        const { id, owner } = await openShop()
        await (await withFactor(owner))("POST", "/vendor/bank-account", ACCOUNT)
        const seenBy = async (role: string) => {
          const staff = await signIn(baseUrl, "user", `${role}@staff.example.com`)
          return (await staff<Vendor>("GET", `/admin/vendors/${id}`)).body.vendor
        }

        expect(await seenBy("finance")).toMatchObject({ id, bank_account: { account_last4: "4579" } })
        const support = await seenBy("support")
        expect(support).toMatchObject({ id, status: "pending" })
        expect(support).not.toHaveProperty("bank_account")
      })

      it("shows its last digits to the shop and to staff, and its number to nobody and nowhere", async () => {
        const { id, owner } = await openShop()
        const client = await withFactor(owner)
        expect(await client("GET", "/vendor/bank-account")).toMatchObject({ body: { bank_account: null } })
        const said: unknown[] = []
        const keep = <Said>(answer: Said): Said => {
          said.push(answer)
          return answer
        }

        const set = keep(await client("POST", "/vendor/bank-account", ACCOUNT))
        expect(set).toMatchObject({ status: 200 })
        expect(set.body).toEqual({
          bank_account: {
            bank_code: "011",
            bank_name: "First Bank of Nigeria",
            account_name: "Ada Textiles Ltd",
            account_last4: "4579",
            currency_code: "ngn",
            is_verified: false,
            changed_at: expect.any(String),
          },
        })
        // What is refused is not repeated either.
        for (const wrong of [
          { ...ACCOUNT, bank_code: "058" },
          { ...ACCOUNT, account_number: [NUMBER] },
          { ...ACCOUNT, account_number: Number(`9${NUMBER}`) },
          { ...ACCOUNT, account_number: `${NUMBER}!` },
          { ...ACCOUNT, currency_code: NUMBER },
          { ...ACCOUNT, bank_code: `${NUMBER}-${NUMBER}` },
          { ...ACCOUNT, verified_at: "2026-01-01" },
          { ...ACCOUNT, vendor_id: market.vendors[0]!.id },
        ]) {
          expect(keep(await client("POST", "/vendor/bank-account", wrong)).status).toBe(400)
        }
        keep(await client("GET", "/vendor/bank-account"))
        keep(await client("GET", "/vendor/onboarding"))
        keep(await client("GET", `/vendor/shops/${id}?fields=*bank_account,+account_number_ciphertext`))
        keep(await operations("GET", `/admin/vendors/${id}`))
        keep(await operations("GET", `/admin/vendors?fields=+vendor_bank_accounts.*&q=Textiles`))
        keep(await operations("GET", "/admin/products?fields=*vendor,*vendor.vendor_bank_accounts"))
        keep(await messagesTo(owner.email))

        expect(JSON.stringify(said)).not.toContain(NUMBER)
        expect(JSON.stringify(said)).not.toContain("ciphertext")
        expect(JSON.stringify(events)).not.toContain(NUMBER)
        expect(events).toContainEqual(expect.objectContaining({ name: "vendor.bank-account-changed" }))
        expect(logged.join("\n")).not.toContain(NUMBER)
        await proveNothingHolds(NUMBER)
        const [stored] = await vendors().listVendorBankAccounts({ vendor_id: id, replaced_at: null })
        expect(openBankNumber(stored!)).toBe(NUMBER)
      })

      it("is changed with its history, told to all owners, and not changed by sending it again", async () => {
        const { id, owner } = await openShop()
        const second = await createMember(
          container,
          id,
          "owner",
          `second.owner${serial}@textiles.example.com`
        )
        const client = await withFactor(owner)
        const set = (over: object = {}) =>
          client<{ bank_account: { changed_at: string; account_last4: string } }>(
            "POST",
            "/vendor/bank-account",
            { ...ACCOUNT, ...over }
          )
        const first = await set()
        const again = await set()
        expect(again.body.bank_account.changed_at).toBe(first.body.bank_account.changed_at)
        expect(await messagesTo(second.email)).toHaveLength(1)

        const changed = await set({ account_number: "0000000220" })
        expect(changed.body.bank_account.account_last4).toBe("0220")
        expect(changed.body.bank_account.changed_at > first.body.bank_account.changed_at).toBe(true)
        for (const person of [owner, second]) {
          const mail = await lastMessage(person.email, 1)
          expect(mail.template).toBe("shop_bank_account_changed")
          expect(mail.text).toContain("0220")
          expect(mail.text).not.toContain("0000000220")
        }
        expect(await vendors().listVendorBankAccounts({ vendor_id: id })).toHaveLength(2)

        const seen = await client<Onboarding>("GET", "/vendor/onboarding")
        expect(seen.body.onboarding.requirements).toContainEqual(
          expect.objectContaining({ key: "bank_account", state: "submitted", is_computed: false })
        )
      })
    })

    describe("the profile of a shop", () => {
      it("is seen by shoppers at once, cleaned, and takes nothing that is not the shop's to say", async () => {
        const shop = market.vendors[0]!
        const owner = await createMember(container, shop.id, "owner", "owner@shop1.example.com")
        const client = await as(owner)
        const update = (body: object) => client<Shop>("POST", `/vendor/shops/${shop.id}`, body)
        const store = () =>
          clientWith(baseUrl, { "x-publishable-api-key": market.publishable_key })<Vendor>(
            "GET",
            `/store/vendors/${shop.handle}`
          )

        const updated = await update({
          name: "  Ada <script>alert(1)</script> & Sons ",
          description: '<p onclick="x()">Cloth</p><iframe src="https://evil.example"></iframe>',
          logo_url: "http://localhost:9000/static/logo.webp",
          contact_phone: "+2348030000000",
          country_code: "GH",
          settings: { handling_days: 2 },
        })
        expect(updated).toMatchObject({
          status: 200,
          body: {
            shop: {
              name: "Ada & Sons",
              description: "<p>Cloth</p>",
              country_code: "gh",
              settings: { handling_days: 2, return_policy: null },
            },
          },
        })
        expect((await store()).body.vendor).toMatchObject({
          name: "Ada & Sons",
          description: "<p>Cloth</p>",
          logo_url: "http://localhost:9000/static/logo.webp",
        })
        await update({ settings: { return_policy: "14 days" } })
        expect((await update({})).body.shop.settings).toEqual({ handling_days: 2, return_policy: "14 days" })

        const before = await vendors().retrieveVendor(shop.id)
        for (const body of [
          { status: "closed" },
          { commission_rate_bps: 0 },
          { verified_at: "2020-01-01" },
          { is_house: true },
          { id: "vend_other" },
          { shipping_profile_id: "sp_other" },
          { settings: { is_featured: true } },
          { settings: { handling_days: 1.5 } },
          { country_code: "zz" },
          { contact_phone: "+234" },
          { logo_url: "javascript:alert(1)" },
          { name: "<b></b>" },
          { name: "x".repeat(121) },
          { handle: "another-one" },
        ]) {
          expect([body, (await update(body)).status]).toEqual([body, 400])
        }
        expect({ ...(await vendors().retrieveVendor(shop.id)), updated_at: null }).toEqual({
          ...before,
          updated_at: null,
        })
      })

      it("can be read and written by people of this shop alone", async () => {
        const { id, owner } = await openShop()
        const other = await openShop()
        const client = await as(owner)
        expect(await client("GET", "/vendor/shops")).toMatchObject({ body: { count: 1, shops: [{ id }] } })
        for (const [path, headers] of [
          [`/vendor/shops/${other.id}`, {}],
          [`/vendor/shops/${other.id}`, { "x-vendor-id": other.id }],
          [`/vendor/shops/${id}`, { "x-vendor-id": other.id }],
        ] as const) {
          expect(await client("GET", path, undefined, headers)).toMatchObject({
            status: 404,
            body: { code: "vendor_not_found" },
          })
          expect((await client("POST", path, { name: "Stolen" }, headers)).status).toBe(404)
        }
        expect((await vendors().retrieveVendor(other.id)).name).not.toBe("Stolen")
        const support = await createMember(container, id, "support")
        expect(await (await as(support))("POST", `/vendor/shops/${id}`, { name: "Mine" })).toMatchObject({
          status: 403,
          body: { code: "permission_missing" },
        })
      })

      it("is not writable while the shop is suspended, and nothing is once it is closed", async () => {
        const { id, owner } = await openShop()
        await review(id, "approve")
        const reason = "Three parcels of stones."
        const act = (action: string, body: object = { reason }) =>
          operations<Vendor>("POST", `/admin/vendors/${id}/${action}`, body)
        expect((await act("suspend", {})).status).toBe(400)
        expect((await act("suspend")).body.vendor).toMatchObject({ status: "suspended" })
        expect((await lastMessage(owner.email, 1)).text).toContain(reason)
        expect((await act("suspend")).body.vendor.history).toHaveLength(3)
        expect(await review(id, "approve")).toMatchObject({
          status: 400,
          body: { code: "vendor_transition_refused" },
        })

        const suspended = await as(owner)
        expect(await suspended("GET", `/vendor/shops/${id}`)).toMatchObject({
          body: { shop: { status: "suspended", status_reason: reason } },
        })
        for (const [path, body] of [
          [`/vendor/shops/${id}`, { name: "New" }],
          ["/vendor/onboarding/agreement", { version: "1" }],
          [`/vendor/shops/${id}/resubmit`, {}],
        ] as const) {
          expect(await suspended("POST", path, body)).toMatchObject({
            status: 403,
            body: { code: "vendor_status_refused" },
          })
        }
        expect((await act("reinstate", {})).body.vendor).toMatchObject({ status: "approved" })
        expect((await act("close")).body.vendor).toMatchObject({ status: "closed" })
        expect((await (await as(owner))("GET", `/vendor/shops/${id}`)).status).toBe(403)
        expect((await act("reinstate", {})).body).toMatchObject({ code: "vendor_transition_refused" })
      })
    })

    describe("staff and shops", () => {
      const everyRoute = (id: string): [string, string, object?][] => [
        ["GET", `/admin/vendors/${id}`],
        ["GET", `/admin/vendors/${id}/documents/vdoc_1`],
        ["POST", `/admin/vendors/${id}`, { commission_rate_bps: 0 }],
        ["POST", `/admin/vendors/${id}/approve`, SEEN],
        ["POST", `/admin/vendors/${id}/reject`, { ...SEEN, reason: "because" }],
        ["POST", `/admin/vendors/${id}/reinstate`, {}],
        ["POST", `/admin/vendors/${id}/suspend`, { reason: "because" }],
        ["POST", `/admin/vendors/${id}/close`, { reason: "because" }],
        ...["accept", "waive", "reject"].map(
          (action) =>
            ["POST", `/admin/vendors/${id}/requirements/phone/${action}`, { ...SEEN, reason: "because" }] as [
              string,
              string,
              object,
            ]
        ),
      ]

      it("never meet in one person: nobody acts as staff on a shop they belong to", async () => {
        const { id } = await openShop()
        const both = await createStaff(container, "owner", `both${serial}@staff.example.com`)
        await vendors().createVendorMembers({ vendor_id: id, user_id: both.id, role: "support" })
        const client = await as(both)

        for (const [method, path, body] of everyRoute(id)) {
          expect([path, await client(method, path, body)]).toMatchObject([
            path,
            { status: 403, body: { code: "own_shop_refused" } },
          ])
        }
        expect(await vendors().retrieveVendor(id)).toMatchObject({
          status: "pending",
          commission_rate_bps: null,
        })
        expect((await client("GET", `/admin/vendors/${market.vendors[0]!.id}`)).status).toBe(200)
      })

      it("act as far as their role goes: others neither approve nor change", async () => {
        const { id, owner } = await openShop()
        for (const role of ["support", "finance", "read-only"]) {
          const client = await signIn(baseUrl, "user", `${role}@staff.example.com`)
          expect((await client("GET", `/admin/vendors/${id}`)).status).toBe(200)
          for (const [method, path, body] of everyRoute(id).filter(([verb]) => verb === "POST")) {
            expect([path, await client(method, path, body)]).toMatchObject([
              path,
              { status: 403, body: { code: "permission_missing" } },
            ])
          }
        }
        expect(await (await as(owner))("POST", `/admin/vendors/${id}/approve`, {})).toMatchObject({
          status: 403,
          body: { code: "staff_only" },
        })
        expect((await vendors().retrieveVendor(id)).status).toBe("pending")
      })

      it("find shops by name and status, page by page, and set their commission", async () => {
        const one = await openShop()
        await openShop()
        const list = (query: string) =>
          operations<{ vendors: { id: string; status: string }[]; count: number }>(
            "GET",
            `/admin/vendors?${query}`
          )
        const pending = await list("status[]=pending&status[]=rejected&limit=1&order=name")
        const next = await list("status[]=pending&status[]=rejected&limit=1&offset=1&order=name")
        expect(pending.body.vendors).toHaveLength(1)
        expect(pending.body.count).toBeGreaterThan(1)
        expect(next.body.vendors[0]!.id).not.toBe(pending.body.vendors[0]!.id)
        expect((await list(`q=Textiles ${serial}`)).body.count).toBeGreaterThan(0)
        expect((await list("status=nonsense")).status).toBe(400)
        expect((await list("order=contact_email")).status).toBe(400)
        expect((await list("limit=101")).status).toBe(400)

        const updated = await operations<Vendor>("POST", `/admin/vendors/${one.id}`, {
          commission_rate_bps: 1250,
        })
        expect(updated.body.vendor).toMatchObject({ commission_rate_bps: 1250, members: expect.any(Array) })
        for (const body of [{ status: "approved" }, { handle: "x" }, { commission_rate_bps: 10_001 }]) {
          expect((await operations("POST", `/admin/vendors/${one.id}`, body)).status).toBe(400)
        }
        const house = await operations("POST", `/admin/vendors/${market.house_id}/close`, {
          reason: "by mistake",
        })
        expect(house.body).toMatchObject({ code: "vendor_transition_refused" })
        for (const [method, path, body] of everyRoute("vend_none")) {
          expect([path, (await operations(method, path, body)).status]).toEqual([path, 404])
        }
        expect(
          (await operations("POST", `/admin/vendors/${one.id}/requirements/nothing/accept`, SEEN)).body
        ).toMatchObject({ code: "requirement_not_found" })
      })

      it("who do the same at once do it once", async () => {
        const { id, owner } = await openShop()
        const { version } = (await operations<Vendor>("GET", `/admin/vendors/${id}`)).body.vendor

        const answers = await Promise.all(
          [1, 2, 3].map(() => operations("POST", `/admin/vendors/${id}/approve`, { version }))
        )

        expect(answers.map(({ status, body }) => [status, body.message])).toEqual(
          Array(3).fill([200, undefined])
        )
        expect(await vendors().listVendorStatusChanges({ vendor_id: id })).toHaveLength(2)
        expect(await messagesTo(owner.email)).toHaveLength(1)
      })
    })
  },
})
