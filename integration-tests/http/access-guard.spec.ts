import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createApiKeysWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { createMarketplace, type Marketplace } from "../helpers/create-marketplace"
import { lastMessage } from "../helpers/outbox"
import {
  type Client,
  clientWith,
  createBuyer,
  createMember,
  createStaff,
  createUser,
  PASSWORD,
  type Person,
  signIn,
} from "../helpers/people"
import { enrolAuthenticator, signInWithFactor } from "../helpers/second-factor"

jest.setTimeout(300_000)

medusaIntegrationTestRunner({
  inApp: true,
  env: {},
  testSuite: ({ getContainer, api }) => {
    let container: MedusaContainer
    let market: Marketplace
    let baseUrl: string
    let people: Record<"owner" | "operations" | "support" | "shop" | "buyer", Person>

    beforeAll(async () => {
      container = getContainer()
      market = await createMarketplace(container, { vendors: 2 })
      people = {
        owner: await createStaff(container, "owner"),
        operations: await createStaff(container, "operations"),
        support: await createStaff(container, "support"),
        shop: await createMember(container, market.vendors[0]!.id, "owner", "owner@shop.example.com"),
        buyer: await createBuyer(container),
      }
      await createUser(container, "nobody@example.com")
      baseUrl = api.defaults.baseURL
    })

    const as = (who: keyof typeof people) =>
      signIn(baseUrl, who === "buyer" ? "customer" : "user", people[who].email)
    const sql = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
      (await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values as string[])).rows
    /** The owner, with a second factor that is fresh. */
    const ownerWithFactor = async () => {
      const app = await enrolAuthenticator(await as("owner"))

      return signInWithFactor(baseUrl, { actor: "user", email: people.owner.email }, app)
    }
    const auditOf = async (action: string) =>
      sql<Record<string, unknown>>("select * from audit_entry where action = ? order by created_at", [action])

    describe("the guard of /admin", () => {
      it("lets staff in as far as their role goes, and nobody else", async () => {
        const owner = await as("owner")
        const support = await as("support")
        const nobody = await signIn(baseUrl, "user", "nobody@example.com")
        const shop = await as("shop")

        expect((await owner("GET", "/admin/products")).status).toBe(200)
        expect((await support("GET", "/admin/products")).status).toBe(200)
        expect((await support("POST", "/admin/products", {})).body).toMatchObject({
          code: "permission_missing",
        })
        for (const stranger of [nobody, shop]) {
          expect(await stranger("GET", "/admin/products")).toMatchObject({
            status: 403,
            body: { code: "staff_only" },
          })
        }
        expect(await clientWith(baseUrl)("GET", "/admin/products")).toMatchObject({ status: 401 })
        expect(await (await as("buyer"))("GET", "/admin/products")).toMatchObject({ status: 401 })
      })

      it.each([
        ["GET", "/admin/invites"],
        ["POST", "/admin/invites"],
        ["POST", "/admin/users/user_1/reset-password"],
        ["DELETE", "/admin/users/user_1"],
        ["GET", "/admin/notifications/noti_1"],
      ])("shuts core's holes even to the owner: %s %s", async (method, path) => {
        const owner = await as("owner")

        expect(await owner(method, path, method === "GET" ? undefined : {})).toMatchObject({
          status: 403,
          body: { code: "route_closed" },
        })
      })

      it("leaves what core may add later to the owner alone", async () => {
        const paths = ["/admin/workflows-executions", "/admin/search-indexes", "/admin/index/details"]
        const operations = await as("operations")
        const owner = await as("owner")

        for (const path of paths) {
          expect((await operations("GET", path)).status).toBe(403)
        }
        expect((await owner("GET", "/admin/workflows-executions")).status).toBe(200)
      })

      it("does not let a role read through fields what it may not read", async () => {
        const catalogue = await createStaff(container, "catalogue")
        const client = await signIn(baseUrl, "user", catalogue.email)

        for (const fields of [
          "sales_channels.orders.email",
          "*variants.order_items",
          "+sales_channels.carts.email",
        ]) {
          expect(await client("GET", `/admin/products?fields=${encodeURIComponent(fields)}`)).toMatchObject({
            status: 403,
            body: { code: "permission_missing" },
          })
        }
        expect((await client("GET", "/admin/products?fields=id,title,*variants.prices")).status).toBe(200)
      })

      it("lets nobody settle a claim at a price of their own who may not set prices", async () => {
        const [support, operations] = [await as("support"), await as("operations")]
        const items = (price: object) => ({ items: [{ variant_id: "none", quantity: 1, ...price }] })
        const path = "/admin/claims/none"
        for (const [route, body] of [
          [`${path}/outbound/items`, items({ unit_price: 0 })],
          ["/admin/exchanges/none/outbound/items", items({ unit_price: 1 })],
          [`${path}/inbound/shipping-method`, { shipping_option_id: "none", custom_amount: 0 }],
          ["/admin/returns/none/shipping-method/none", { custom_amount: -500 }],
        ] as const) {
          expect(await support("POST", route, body)).toMatchObject({
            status: 403,
            body: { code: "permission_missing" },
          })
          expect((await operations("POST", route, body)).status).toBe(404)
        }
        expect((await support("POST", `${path}/outbound/items`, items({}))).status).toBe(404)
      })

      it("shows of the notifications the dashboard's feed alone", async () => {
        const notifications = container.resolve(Modules.NOTIFICATION)
        await notifications.createNotifications({
          channel: "email",
          to: "ada@example.com",
          template: "password_changed",
          content: { subject: "secret", text: "secret" },
        })
        const { body } = await (await as("owner"))<{ notifications: unknown[] }>(
          "GET",
          "/admin/notifications"
        )

        expect(body.notifications).toEqual([])
      })

      it("gives a secret key what its maker holds at this moment", async () => {
        const { result } = await createApiKeysWorkflow(container).run({
          input: { api_keys: [{ title: "Bot", type: "secret", created_by: people.support.id }] },
        })
        const key = clientWith(baseUrl, {
          authorization: `Basic ${Buffer.from(`${result[0]!.token}:`).toString("base64")}`,
        })

        expect((await key("GET", "/admin/products")).status).toBe(200)
        expect((await key("POST", "/admin/products", {})).status).toBe(403)
        await sql("delete from staff_member where user_id = ?", [people.support.id])
        expect(await key("GET", "/admin/products")).toMatchObject({
          status: 403,
          body: { code: "staff_only" },
        })
      })

      it("asks all staff for a second factor once the operator says so", async () => {
        await sql("insert into platform_setting (key, value) values ('staff_mfa_required', 'true')")

        expect(await (await as("support"))("GET", "/admin/products")).toMatchObject({
          status: 403,
          body: { code: "mfa_required" },
        })
        expect((await (await ownerWithFactor())("GET", "/admin/products")).status).toBe(200)
      })
    })

    describe("the staff", () => {
      it("is joined by invitation, by whoever reads the invited mailbox, once", async () => {
        const owner = await ownerWithFactor()
        const invited = "new@staff.example.com"
        const made = await owner("POST", "/admin/staff/invitations", {
          email: "New@Staff.example.com",
          role: "finance",
        })
        expect(made).toMatchObject({ status: 201, body: { invitation: { email: invited, role: "finance" } } })
        const token = /token=([\w-]+)/.exec((await lastMessage(invited)).text)![1]!
        expect(JSON.stringify(made.body)).not.toContain(token)
        expect(JSON.stringify((await owner("GET", "/admin/staff/invitations")).body)).not.toContain(token)

        const thief = await registered("thief@example.com")
        const proved = await prove(thief, "thief@example.com")
        expect(await proved("POST", "/auth/staff-invitations/accept", { token })).toMatchObject({
          status: 404,
          body: { code: "invitation_not_found" },
        })
        const unproved = await registered(invited)
        expect(await unproved("POST", "/auth/staff-invitations/accept", { token })).toMatchObject({
          status: 403,
          body: { code: "email_not_verified" },
        })
        const right = await prove(unproved, invited)
        const answers = await Promise.all(
          [1, 2, 3].map(() => right("POST", "/auth/staff-invitations/accept", { token }))
        )
        expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404, 404])

        const finance = await signIn(baseUrl, "user", invited)
        expect((await finance("GET", "/admin/payments")).status).toBe(200)
        expect((await finance("POST", "/admin/products", {})).status).toBe(403)
        expect(await auditOf("staff.joined")).toMatchObject([{ after: { role: "finance" } }])
      })

      /** A fresh login that has no account yet. */
      const registered = async (email: string): Promise<Client> => {
        const { body } = await clientWith(baseUrl)<{ token: string }>(
          "POST",
          "/auth/user/emailpass/register",
          {
            email,
            password: PASSWORD,
          }
        )

        return clientWith(baseUrl, { authorization: `Bearer ${body.token}` })
      }
      /** Confirms the address of a login by the link that is sent to it. */
      const prove = async (client: Client, email: string): Promise<Client> => {
        const asked = await client("POST", "/auth/verification/request", {
          entity_id: email,
          entity_type: "email",
          code_provider: "token",
        })
        expect(asked.status).toBe(201)
        const code = /(?:code|token)=([\w-]+)/.exec(
          (await lastMessage(email, email.startsWith("new") ? 1 : 0)).text
        )![1]
        const confirmed = await client("POST", "/auth/verification/confirm", { code, code_provider: "token" })
        expect(confirmed.status).toBe(200)

        return client
      }

      it("changes by those who hold what they give, with a fresh second factor, and ends what was open", async () => {
        const owner = await ownerWithFactor()
        const support = await as("support")
        const path = `/admin/staff/${people.support.id}`

        expect(await (await as("operations"))("POST", path, { role: "owner" })).toMatchObject({
          status: 403,
          body: { code: "permission_missing" },
        })
        expect((await support("GET", "/admin/products")).status).toBe(200)
        expect(await owner("POST", path, { role: "read-only" })).toMatchObject({
          status: 200,
          body: { staff_member: { role: "read-only" } },
        })
        expect(await support("GET", "/admin/products")).toMatchObject({
          status: 401,
          body: { code: "session_ended" },
        })
        expect((await (await as("support"))("GET", "/admin/audit")).status).toBe(200)
        expect(await auditOf("staff.role-changed")).toMatchObject([
          { actor_id: people.owner.id, before: { role: "support" }, after: { role: "read-only" } },
        ])
      })

      it("never loses its last owner, even when two demote each other at once", async () => {
        const second = await createStaff(container, "owner", "second@staff.example.com")
        const first = await ownerWithFactor()
        const other = await signInWithFactor(
          baseUrl,
          { actor: "user", email: second.email },
          await enrolAuthenticator(await signIn(baseUrl, "user", second.email))
        )

        const answers = await Promise.all([
          first("POST", `/admin/staff/${second.id}`, { role: "support" }),
          other("POST", `/admin/staff/${people.owner.id}`, { role: "support" }),
        ])

        expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 403])
        expect(await sql("select user_id from staff_member where role = 'owner'")).toHaveLength(1)
        const [left] = await sql<{ user_id: string }>("select user_id from staff_member where role = 'owner'")
        const last = left!.user_id === second.id ? other : first
        expect(await last("DELETE", `/admin/staff/${left!.user_id}`)).toMatchObject({
          status: 409,
          body: { code: "last_owner" },
        })
      })

      it("asks for the second factor again before roles, settings and keys change", async () => {
        const owner = await as("owner")
        const changes: [string, string, unknown][] = [
          ["POST", `/admin/staff/${people.support.id}`, { role: "finance" }],
          ["DELETE", `/admin/staff/${people.support.id}`, undefined],
          ["POST", "/admin/staff/invitations", { email: "a@example.com", role: "support" }],
          ["POST", "/admin/settings", { open_order_hours: 1 }],
          ["POST", "/admin/api-keys", { title: "Bot", type: "secret" }],
        ]

        for (const [method, path, body] of changes) {
          expect(await owner(method, path, body)).toMatchObject({
            status: 403,
            body: { code: "step_up_required" },
          })
        }
      })
    })

    describe("settings", () => {
      it("hold from the next request on, and refuse what they do not know", async () => {
        const owner = await ownerWithFactor()

        expect(await owner("POST", "/admin/settings", { open_order_hours: 3 })).toMatchObject({
          status: 200,
          body: { settings: { open_order_hours: 3 } },
        })
        expect((await owner("GET", "/admin/settings")).body).toMatchObject({
          settings: { open_order_hours: 3, staff_mfa_required: false },
        })
        for (const body of [{ open_order_hours: -1 }, { open_order_hours: "3" }, { unknown: 1 }]) {
          expect((await owner("POST", "/admin/settings", body)).status).toBe(400)
        }
        expect(await auditOf("settings.changed")).toMatchObject([
          { before: { open_order_hours: 24 }, after: { open_order_hours: 3 } },
        ])
      })
    })

    describe("the audit log", () => {
      it("has a line for each changing request, refused ones too, and none for reading", async () => {
        const owner = await as("owner")
        await owner("GET", "/admin/products")
        await (await as("support"))("POST", "/admin/products", {}, { "x-request-id": "support-tried-it" })
        await owner("POST", "/admin/product-tags", { value: "new" })

        const { body } = await owner<{ entries: Record<string, unknown>[]; count: number }>(
          "GET",
          "/admin/audit"
        )
        expect(body.entries).toMatchObject([
          { action: "POST /admin/product-tags", actor_id: people.owner.id, http_status: 200 },
          {
            action: "POST /admin/products",
            actor_id: people.support.id,
            http_status: 403,
            request_id: "support-tried-it",
            ip_address: expect.any(String),
          },
        ])
        expect((await owner("GET", "/admin/audit?actor_id=nobody")).body).toMatchObject({ count: 0 })
      })
    })

    describe("impersonation", () => {
      const start = async (client: Client, input: object) =>
        client<{ token: string; impersonation: { id: string }; code?: string }>(
          "POST",
          "/admin/impersonations",
          {
            reason: "the buyer asked us to look at an order",
            ...input,
          }
        )

      it("has a reason, a time limit and a mark, and logs every request under both names", async () => {
        const support = await as("support")
        const { status, body } = await start(support, { actor_type: "customer", actor_id: people.buyer.id })
        expect(status).toBe(201)
        const buyer = clientWith(baseUrl, {
          authorization: `Bearer ${body.token}`,
          "x-publishable-api-key": market.publishable_key,
        })

        const me = await buyer<{ customer: { id: string } }>("GET", "/store/customers/me")
        expect(me.body.customer.id).toBe(people.buyer.id)
        expect(me.headers.get("x-impersonated-by")).toBe(people.support.id)
        await buyer("POST", "/store/customers/me", { first_name: "Ada" })
        expect(
          await sql(
            "select action, actor_id, impersonator_user_id from audit_entry where impersonator_user_id is not null order by created_at"
          )
        ).toEqual([
          {
            action: "GET /store/customers/me",
            actor_id: people.buyer.id,
            impersonator_user_id: people.support.id,
          },
          {
            action: "POST /store/customers/me",
            actor_id: people.buyer.id,
            impersonator_user_id: people.support.id,
          },
        ])
        expect(await auditOf("impersonation.started")).toMatchObject([
          { actor_id: people.support.id, reason: "the buyer asked us to look at an order" },
        ])

        await support("DELETE", `/admin/impersonations/${body.impersonation.id}`)
        expect((await buyer("GET", "/store/customers/me")).status).toBe(401)
      })

      it("is refused without a reason, on staff, on one's own shop, and to those who may not", async () => {
        const support = await as("support")
        const member = await createMember(
          container,
          market.vendors[0]!.id,
          "support",
          "helper@shop.example.com"
        )
        await sql(
          "insert into vendor_member (id, vendor_id, user_id, role) values ('vmem_both', ?, ?, 'catalogue')",
          [market.vendors[0]!.id, people.operations.id]
        )

        expect(
          (await start(support, { actor_type: "user", actor_id: people.shop.id, reason: "" })).status
        ).toBe(400)
        expect((await start(support, { actor_type: "user", actor_id: people.owner.id })).body.code).toBe(
          "impersonation_refused"
        )
        expect(
          (await start(await as("operations"), { actor_type: "user", actor_id: member.id })).body.code
        ).toBe("own_shop_refused")
        expect((await start(support, { actor_type: "user", actor_id: "user_none" })).status).toBe(404)
        expect(
          (await start(support, { actor_type: "user", actor_id: people.shop.id, minutes: 61 })).status
        ).toBe(400)
        const catalogue = await createStaff(container, "catalogue")
        const client = await signIn(baseUrl, "user", catalogue.email)
        expect((await start(client, { actor_type: "user", actor_id: people.shop.id })).body.code).toBe(
          "permission_missing"
        )
      })

      it("ends when the member of staff loses the right, and cannot renew, step up or change the login", async () => {
        const { body } = await start(await as("support"), { actor_type: "user", actor_id: people.shop.id })
        const shop = clientWith(baseUrl, { authorization: `Bearer ${body.token}` })

        expect((await shop("GET", "/vendor/me")).status).toBe(200)
        for (const path of ["/vendor/me/leave", "/vendor/me", "/vendor/register"]) {
          expect((await shop("POST", path, {})).body).toMatchObject({ code: "impersonation_refused" })
        }
        for (const [method, path, input] of [
          ["POST", "/auth/token/refresh", {}],
          ["POST", "/auth/mfa/factors", { provider: "totp" }],
          ["POST", "/auth/logout-everywhere", {}],
          ["POST", "/auth/password", { current_password: PASSWORD, new_password: "another long password" }],
          ["GET", "/auth/sessions", undefined],
          ["POST", "/auth/session", {}],
        ] as const) {
          expect([path, (await shop(method, path, input)).status]).toEqual([path, 403])
        }
        await sql("update staff_member set role = 'catalogue' where user_id = ?", [people.support.id])
        expect((await shop("GET", "/vendor/me")).status).toBe(401)
      })
    })

    describe("staff who also belong to a shop", () => {
      it("change nothing of their own shop as staff, and everything of others", async () => {
        const [own, other] = market.vendors
        await sql(
          "insert into vendor_member (id, vendor_id, user_id, role) values ('vmem_both', ?, ?, 'catalogue')",
          [own!.id, people.operations.id]
        )
        const client = await as("operations")
        const [shop] = await sql<{ stock_location_id: string; shipping_profile_id: string }>(
          "select * from vendor where id = ?",
          [own!.id]
        )
        const product = own!.products[0]!

        for (const [path, body] of [
          [`/admin/products/${product.id}`, { title: "Mine" }],
          [`/admin/products/${product.id.replace("_", "%5F")}`, { title: "Mine" }],
          [`/admin/products/${product.id}/variants/${product.variant_id}`, { title: "Mine" }],
          ["/admin/products/batch", { update: [{ id: product.id, title: "Mine" }] }],
          [`/admin/stock-locations/${shop!.stock_location_id}`, { name: "Mine" }],
          [`/admin/shipping-profiles/${shop!.shipping_profile_id}`, { name: "Mine" }],
        ] as const) {
          expect([path, await client("POST", path, body)]).toMatchObject([
            path,
            { status: 403, body: { code: "own_shop_refused" } },
          ])
        }
        const imported = await client("POST", "/admin/products/imports", { file_key: "products.csv" })
        expect(imported.body).toMatchObject({ code: "own_shop_refused" })
        const foreign = await client("POST", `/admin/products/${other!.products[0]!.id}`, { title: "Theirs" })
        expect(foreign.status).toBe(200)
      })
    })
  },
})
