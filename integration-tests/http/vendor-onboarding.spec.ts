import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { ACCESS_MODULE } from "../../src/modules/access"
import type { Settings } from "../../src/modules/access/domain/settings"
import type AccessModuleService from "../../src/modules/access/service"
import { VENDOR_MODULE } from "../../src/modules/vendor"
import type VendorModuleService from "../../src/modules/vendor/service"
import { createMarketplace, type Marketplace } from "../helpers/create-marketplace"
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
import { serverTests } from "../helpers/server-tests"
import { describeBankAccount } from "./vendor-onboarding/bank-account"
import { describeChecklist } from "./vendor-onboarding/checklist"
import { describeDecision } from "./vendor-onboarding/decision"
import { describePapers } from "./vendor-onboarding/papers"
import { describeProfile } from "./vendor-onboarding/profile"
import { describeStaff } from "./vendor-onboarding/staff"
import type { Onboarding, OnboardingSuite, Vendor } from "./vendor-onboarding/suite"

jest.setTimeout(300_000)

serverTests({
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

    describeChecklist(suite)
    describePapers(suite)
    describeBankAccount(suite)
    describeProfile(suite)
    describeStaff(suite)
  },
})
