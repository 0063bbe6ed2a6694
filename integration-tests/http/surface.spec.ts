import { rm } from "node:fs/promises"
import { request } from "node:http"
import { basename, join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import sharp from "sharp"
import { ACCESS_MODULE } from "../../src/modules/access"
import type AccessModuleService from "../../src/modules/access/service"
import { createMarketplace, type Marketplace } from "../helpers/create-marketplace"
import { lastMessage, messagesTo } from "../helpers/outbox"
import {
  type Answer,
  type Client,
  clientWith,
  createBuyer,
  createMember,
  createStaff,
  PASSWORD,
  signIn,
} from "../helpers/people"
import { type OrderBody, Shopper } from "../helpers/shopper"

jest.setTimeout(300_000)

const DASHBOARD = "http://localhost:9000"
const EVIL = "https://evil.example"
/** Where express serves from, and where the local provider puts what is private. */
const PUBLIC = join(process.cwd(), "static")
const PRIVATE = join(process.cwd(), "private")

medusaIntegrationTestRunner({
  inApp: true,
  env: {},
  testSuite: ({ getContainer, api }) => {
    let container: MedusaContainer
    let market: Marketplace
    let baseUrl: string
    let anonymous: Client
    let store: Client
    let shopper: Shopper
    const written: string[] = []

    beforeAll(async () => {
      container = getContainer()
      market = await createMarketplace(container, { vendors: 2 })
      await createStaff(container, "owner")
      await createStaff(container, "catalogue")
      await createMember(container, market.vendors[0]!.id, "owner", "owner@shop.example.com")
      await createMember(container, market.vendors[0]!.id, "support", "support@shop.example.com")
      await createBuyer(container, "ada@example.com")
      await createBuyer(container, "eve@example.com")
      baseUrl = api.defaults.baseURL
      anonymous = clientWith(baseUrl)
      store = clientWith(baseUrl, { "x-publishable-api-key": market.publishable_key })
      shopper = new Shopper(baseUrl, market.publishable_key)
    })

    afterAll(() => Promise.all(written.map((path) => rm(path, { force: true }))))

    const headersOf = async (path: string, init?: RequestInit) =>
      (await fetch(`${baseUrl}${path}`, init)).headers

    /** A connection of its own, for what `fetch` would not send. */
    const raw = (path: string, headers: Record<string, string | string[]> = {}, method = "GET") =>
      new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
        const { hostname, port } = new URL(baseUrl)
        const sent = request({ hostname, port, path, method, headers }, (answer) => {
          let text = ""
          answer.on("data", (part) => {
            text += part
          })
          answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
        })
        sent.on("error", reject)
        sent.end()
      })

    async function cookieOf(email: string, actor: "user" | "customer" = "user"): Promise<string> {
      const { body } = await anonymous<{ token: string }>("POST", `/auth/${actor}/emailpass`, {
        email,
        password: PASSWORD,
      })
      const response = await fetch(`${baseUrl}/auth/session`, {
        method: "POST",
        headers: { authorization: `Bearer ${body.token}`, "content-type": "application/json" },
      })
      expect(response.status).toBe(200)

      return response.headers.getSetCookie()[0]!.split(";")[0]!
    }

    async function placeOrder(): Promise<OrderBody & { cart_id: string }> {
      const cart = await shopper.createCart(market.region_id, [market.vendors[0]!.products[0]!.variant_id])
      await shopper.chooseAnyShipping(cart.id)
      await shopper.startedSession(cart.id, "pp_system_default")
      const { body } = await shopper.complete(cart.id)

      return { ...body.order!, cart_id: cart.id }
    }

    const sql = (text: string, values: unknown[]) =>
      container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values as string[])

    /** As if the order had been placed a day and a minute ago. */
    async function age({ id, cart_id }: { id: string; cart_id: string }): Promise<void> {
      await sql(`update "order" set created_at = created_at - interval '1441 minutes' where id = ?`, [id])
      await sql("update cart set completed_at = completed_at - interval '1441 minutes' where id = ?", [
        cart_id,
      ])
    }

    describe("the headers", () => {
      it("stand on every answer, also on those that no middleware sees", async () => {
        const paths = [
          "/health",
          "/app",
          "/static/nothing.svg",
          "/store/products",
          "/admin/products",
          "/nowhere",
        ]
        for (const path of [...paths, "/store/%E0%A4%A"]) {
          const { headers } = await raw(path)

          expect({ path, ...headers }).toMatchObject({
            path,
            "x-content-type-options": "nosniff",
            "x-frame-options": "DENY",
            "permissions-policy": expect.stringContaining("camera=()"),
            "content-security-policy": expect.stringContaining("default-src"),
            "referrer-policy": expect.any(String),
          })
          expect(headers).not.toHaveProperty("x-powered-by")
          // Over plain HTTP a browser must not be told to insist on TLS.
          expect(headers).not.toHaveProperty("strict-transport-security")
        }
      })

      it("let no answer of the API run or frame anything, and no file that is opened by itself", async () => {
        const apiPolicy = (await headersOf("/store/products")).get("content-security-policy")
        const filePolicy = (await headersOf("/static/x.html")).get("content-security-policy")

        expect(apiPolicy).toContain("default-src 'none'")
        expect(apiPolicy).toContain("frame-ancestors 'none'")
        expect(filePolicy).toContain("sandbox")
        expect((await headersOf("/static/x.html")).get("content-disposition")).toBe("attachment")
        expect((await headersOf("/static/x.webp")).get("cross-origin-resource-policy")).toBe("cross-origin")
      })

      it("keep what is somebody's own out of every cache, and leave the catalogue to them", async () => {
        const key = { "x-publishable-api-key": market.publishable_key }
        const cacheOf = async (path: string, headers: Record<string, string> = {}) =>
          (await headersOf(path, { headers })).get("cache-control")

        for (const path of [
          "/auth/session",
          "/admin/orders",
          "/vendor/me",
          "/VENDOR/me",
          "/store/carts/x",
          "/store/orders/x",
        ]) {
          expect([path, await cacheOf(path, key)]).toEqual([path, "private, no-store"])
        }
        expect(await cacheOf("/store/products", { ...key, authorization: "Bearer x" })).toBe(
          "private, no-store"
        )
        expect(await cacheOf("/store/products", key)).toBeNull()
      })
    })

    describe("calls from pages of other origins", () => {
      const preflight = (path: string, origin: string, method = "POST") =>
        raw(
          path,
          {
            origin,
            "access-control-request-method": method,
            "access-control-request-headers": "authorization,content-type,x-vendor-id",
          },
          "OPTIONS"
        )

      it("are answered on /vendor for the dashboard's origin, without a sign-in, and for no other", async () => {
        const known = await preflight("/vendor/uploads", DASHBOARD)
        const foreign = await preflight("/vendor/uploads", EVIL)

        expect(known).toMatchObject({
          status: 204,
          headers: {
            "access-control-allow-origin": DASHBOARD,
            "access-control-allow-credentials": "true",
            "access-control-allow-headers": expect.stringContaining("x-vendor-id"),
          },
        })
        expect(foreign.headers).not.toHaveProperty("access-control-allow-origin")
        expect((await raw("/vendor/me", { origin: DASHBOARD })).headers).toMatchObject({
          "access-control-allow-origin": DASHBOARD,
          vary: expect.stringContaining("Origin"),
        })
      })

      it("are answered on the other surfaces by their own lists", async () => {
        const allowed = async (path: string, origin: string, method: string) =>
          (await preflight(path, origin, method)).headers["access-control-allow-origin"]

        expect(await allowed("/auth/user/emailpass", DASHBOARD, "POST")).toBe(DASHBOARD)
        expect(await allowed("/auth/user/emailpass", EVIL, "POST")).toBeUndefined()
        expect(await allowed("/admin/products", DASHBOARD, "GET")).toBe(DASHBOARD)
        expect(await allowed("/store/products", "http://localhost:8000", "GET")).toBe("http://localhost:8000")
        expect(await allowed("/store/products", DASHBOARD, "GET")).toBeUndefined()
      })
    })

    describe("requests without measure", () => {
      const ADDRESSES: [what: string, path: string, status: number, code: string][] = [
        ["an endless address", `/store/products?q=${"x".repeat(2100)}`, 414, "address_too_long"],
        ["an endless path", `/vendor/${"x".repeat(2100)}`, 414, "address_too_long"],
        ["hundreds of parameters", `/store/products?${"a=1&".repeat(150)}`, 400, "request_malformed"],
        ["a prototype", "/store/products?__proto__[x]=1", 400, "request_malformed"],
        ["a prototype in escapes", "/store/products?a[%5F_proto__][x]=1", 400, "request_malformed"],
        ["a constructor", "/store/products?constructor.prototype.x=1", 400, "request_malformed"],
        ["an unknown operator", "/store/products?id[$re]=.*", 400, "request_malformed"],
        ["a raw operator", "/store/products?title[$ilike]=%25", 400, "request_malformed"],
        ["an or on /vendor", "/vendor/orders?$or[0][id]=x", 400, "request_malformed"],
      ]

      it("are refused by their address", async () => {
        for (const [what, path, status, code] of ADDRESSES) {
          expect({ what, ...(await store("GET", path)) }).toMatchObject({ what, status, body: { code } })
        }
      })

      const BODIES: [what: string, body: string][] = [
        ["a prototype", '{"__proto__":{"is_admin":true},"region_id":"x"}'],
        ["a constructor deep down", '{"metadata":{"a":[{"constructor":{"prototype":{}}}]}}'],
        ["an operator", '{"email":{"$ne":null}}'],
        ["a depth of 50", `{"metadata":${'{"a":'.repeat(50)}1${"}".repeat(51)}`],
        ["a list of 2,000", `{"items":[${Array(2000).fill("1").join(",")}]}`],
      ]

      it("are refused by their body", async () => {
        for (const [what, body] of BODIES) {
          const answer = await shopper.callRaw("POST", "/store/carts", body)
          expect({ what, ...answer }).toMatchObject({
            what,
            status: 400,
            body: { code: "request_malformed" },
          })
        }
        const large = await shopper.callRaw("POST", "/store/carts", `{"email":"${"x".repeat(110_000)}"}`)
        expect(large.status).toBe(413)
      })

      it("do not stop what core's lists of staff and shoppers take", async () => {
        const staff = await signIn(baseUrl, "user", "owner@staff.example.com")
        const ids = Array.from({ length: 120 }, (_, index) => `id[]=prod_${index}`).join("&")

        expect((await staff("GET", "/admin/products?created_at[$gte]=2020-01-01")).status).toBe(200)
        expect((await staff("GET", `/admin/products?${ids}`)).status).toBe(200)
        expect(
          (await store("GET", "/store/products?$or[0][title]=x&created_at[$gte]=2020-01-01")).status
        ).toBe(200)
      })
    })

    describe("a change that rests on a cookie", () => {
      const CHANGE = "/admin/product-tags"
      const send = (
        cookie: string,
        headers: Record<string, string>,
        body = '{"value":"tag"}',
        path = CHANGE
      ) =>
        fetch(`${baseUrl}${path}`, {
          method: "POST",
          headers: { cookie, "content-type": "application/json", ...headers },
          body,
        })
      const codeOf = async (response: Response) => [
        response.status,
        ((await response.json()) as { code?: string }).code,
      ]

      it("is refused from a foreign page, from no page, and from a page that hides", async () => {
        const cookie = await cookieOf("owner@staff.example.com")

        for (const headers of [
          { origin: EVIL },
          {},
          { origin: "null" },
          { origin: EVIL, "sec-fetch-site": "cross-site" },
        ]) {
          expect(await codeOf(await send(cookie, headers as Record<string, string>))).toEqual([
            403,
            "csrf_refused",
          ])
        }
        // A storefront's page is none of the dashboard's, though both are ours.
        expect(await codeOf(await send(cookie, { origin: "http://localhost:8000" }))).toEqual([
          403,
          "csrf_refused",
        ])
        expect(await codeOf(await send(cookie, { origin: EVIL, authorization: "Basic x" }))).toEqual([
          403,
          "csrf_refused",
        ])
        expect(await codeOf(await send(cookie, { origin: EVIL }, "{}", "/ADMIN/product-tags"))).toEqual([
          403,
          "csrf_refused",
        ])
        const { body } = await (await signIn(baseUrl, "user", "owner@staff.example.com"))<{ count: number }>(
          "GET",
          CHANGE
        )
        expect(body.count).toBe(0)
      })

      it("is refused as a form, whatever its origin", async () => {
        const cookie = await cookieOf("owner@staff.example.com")

        for (const type of [
          "text/plain",
          "text/plain;charset=UTF-8",
          "application/x-www-form-urlencoded",
          "",
        ]) {
          const answer = await send(cookie, { origin: DASHBOARD, "content-type": type })
          expect(await codeOf(answer)).toEqual([415, "content_type_refused"])
        }
        const upload = await send(
          cookie,
          { origin: EVIL, "content-type": "multipart/form-data; boundary=x" },
          "--x--",
          "/admin/uploads"
        )
        expect(await codeOf(upload)).toEqual([403, "csrf_refused"])
      })

      it("is done from the dashboard, from the server's own pages, and for a bearer from anywhere", async () => {
        const cookie = await cookieOf("owner@staff.example.com")
        const bearer = await signIn(baseUrl, "user", "owner@staff.example.com", { origin: EVIL })

        expect((await send(cookie, { origin: DASHBOARD }, '{"value":"one"}')).status).toBe(200)
        expect((await send(cookie, { origin: new URL(baseUrl).origin }, '{"value":"two"}')).status).toBe(200)
        expect((await send(cookie, { "sec-fetch-site": "same-origin" }, '{"value":"three"}')).status).toBe(
          200
        )
        expect((await bearer("POST", CHANGE, { value: "four" })).status).toBe(200)
        expect((await fetch(`${baseUrl}${CHANGE}`, { headers: { cookie } })).status).toBe(200)
      })

      it("is refused to foreign pages on the shops', the buyers' and the sign-ins' surface too", async () => {
        const shop = await cookieOf("owner@shop.example.com")
        const buyer = await cookieOf("ada@example.com", "customer")
        const key = { "x-publishable-api-key": market.publishable_key }

        expect(await codeOf(await send(shop, { origin: EVIL }, "{}", "/vendor/uploads"))).toEqual([
          403,
          "csrf_refused",
        ])
        expect(
          await codeOf(await send(buyer, { origin: EVIL, ...key }, "{}", "/store/customers/me"))
        ).toEqual([403, "csrf_refused"])
        expect(await codeOf(await send(shop, { origin: EVIL }, "{}", "/auth/token/refresh"))).toEqual([
          403,
          "csrf_refused",
        ])
      })
    })

    describe("uploads", () => {
      type Files = { files: { id: string; url: string }[]; code?: string }

      const picture = (width = 40, height = 20) =>
        sharp({ create: { width, height, channels: 3, background: "#a52" } })

      async function upload(
        email: string,
        files: [content: Buffer, name?: string, type?: string][],
        path = "/vendor/uploads",
        field = "files"
      ): Promise<Answer<Files>> {
        const { body: login } = await anonymous<{ token: string }>("POST", "/auth/user/emailpass", {
          email,
          password: PASSWORD,
        })
        const form = new FormData()
        for (const [content, name = "a.png", type = "image/png"] of files) {
          form.append(field, new Blob([new Uint8Array(content)], { type }), name)
        }
        const response = await fetch(`${baseUrl}${path}`, {
          method: "POST",
          headers: { authorization: `Bearer ${login.token}` },
          body: form,
        })
        const body = (await response.json()) as Files
        written.push(...(body.files ?? []).map(({ url }) => join(PUBLIC, basename(url))))

        return { status: response.status, headers: response.headers, body }
      }

      const download = (url: string) => fetch(`${baseUrl}${new URL(url).pathname}`)

      it("of a shop are drawn anew, named by chance, and served so that they only show", async () => {
        const photo = await picture()
          .jpeg()
          .withExif({ IFD0: { Copyright: "SECRET-OWNER" } })
          .toBuffer()
        const polyglot = Buffer.concat([
          await picture().gif().toBuffer(),
          Buffer.from("<script>alert(1)</script>"),
        ])
        const { status, body } = await upload("owner@shop.example.com", [
          [photo, "../../etc/passwd.html", "text/html"],
          [polyglot, "evil.php.gif"],
        ])

        expect(status).toBe(201)
        expect(body.files).toHaveLength(2)
        for (const { url, id } of body.files) {
          expect(url).toMatch(/\/static\/\d+-[0-9a-f-]{36}\.webp$/)
          expect(id).toBe(basename(url))
          const answer = await download(url)
          const content = Buffer.from(await answer.arrayBuffer())
          expect(await sharp(content).metadata()).toMatchObject({ format: "webp", width: 40 })
          expect(content.includes("script")).toBe(false)
          expect(content.includes("SECRET-OWNER")).toBe(false)
          expect(Object.fromEntries(answer.headers)).toMatchObject({
            "content-type": "image/webp",
            "x-content-type-options": "nosniff",
            "content-security-policy": expect.stringContaining("sandbox"),
          })
        }
      })

      it("are refused whole when one is no picture, half of one, too large, or too many", async () => {
        const good = await picture().png().toBuffer()
        const large = await picture(500, 500).png().toBuffer()
        const cases: [string, [Buffer, string?, string?][], number, string][] = [
          [
            "svg",
            [[good], [Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "a.png"]],
            400,
            "upload_refused",
          ],
          ["html", [[Buffer.from("<html><script>1</script>"), "a.png"]], 400, "upload_refused"],
          ["half", [[large.subarray(0, large.length / 2)]], 400, "upload_refused"],
          ["empty", [[Buffer.alloc(0)]], 400, "upload_refused"],
          ["bomb", [[await picture(10_000, 10_000).png().toBuffer()]], 400, "upload_refused"],
          ["6 MB", [[Buffer.concat([good, Buffer.alloc(6 * 1024 * 1024)])]], 413, "request_too_large"],
          ["six", Array.from({ length: 6 }, () => [good] as [Buffer]), 400, "upload_refused"],
          ["none", [], 400, "upload_refused"],
        ]
        for (const [what, files, status, code] of cases) {
          const answer = await upload("owner@shop.example.com", files)
          expect([what, answer.status, answer.body.code]).toEqual([what, status, code])
        }
        const other = await upload("owner@shop.example.com", [[good]], "/vendor/uploads", "picture")
        expect(other).toMatchObject({ status: 400, body: { code: "upload_refused" } })
      })

      it("are not for those who may not write products, and not for strangers", async () => {
        const good = await picture().png().toBuffer()

        expect(await upload("support@shop.example.com", [[good]])).toMatchObject({
          status: 403,
          body: { code: "permission_missing" },
        })
        expect(await anonymous("POST", "/vendor/uploads", {})).toMatchObject({ status: 401 })
      })

      it("are taken or put off when many come at once, and the server stays", async () => {
        const photo = await picture(2000, 2000).jpeg().toBuffer()
        const answers = await Promise.all(
          Array.from({ length: 16 }, () => upload("owner@shop.example.com", [[photo], [photo]]))
        )
        const statuses = answers.map(({ status }) => status)

        expect(statuses.every((status) => status === 201 || status === 429)).toBe(true)
        expect(statuses.filter((status) => status === 201).length).toBeGreaterThanOrEqual(8)
        expect((await upload("owner@shop.example.com", [[photo]])).status).toBe(201)
      })

      it("of staff pass the same way on core's routes; only a table for the import stays as it is", async () => {
        const photo = await picture()
          .jpeg()
          .withExif({ IFD0: { Copyright: "SECRET-OWNER" } })
          .toBuffer()
        const { status, body } = await upload(
          "owner@staff.example.com",
          [
            [photo, "logo.svg", "image/svg+xml"],
            [Buffer.from("Product Handle,Product Title\na,é\n"), "t.csv", "text/csv"],
          ],
          "/admin/uploads"
        )

        expect(status).toBe(200)
        expect(body.files.map(({ url }) => url.split(".").at(-1))).toEqual(["webp", "csv"])
        const image = Buffer.from(await (await download(body.files[0]!.url)).arrayBuffer())
        expect(image.includes("SECRET-OWNER")).toBe(false)
        const table = await download(body.files[1]!.url)
        expect(table.headers.get("content-disposition")).toBe("attachment")
        expect(await table.text()).toContain("a,é")

        const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>")
        for (const [path, field] of [
          ["/admin/uploads", "files"],
          ["/admin/products/import", "file"],
        ] as const) {
          expect(
            await upload("owner@staff.example.com", [[svg, "a.svg", "image/svg+xml"]], path, field)
          ).toMatchObject({
            status: 400,
            body: { code: "upload_refused" },
          })
        }
        const staff = await signIn(baseUrl, "user", "owner@staff.example.com")
        expect(
          await staff("POST", "/admin/uploads/presigned-urls", {
            originalname: "a.html",
            mime_type: "text/html",
            size: 9,
          })
        ).toMatchObject({ status: 400, body: { code: "upload_refused" } })
        expect(
          (
            await staff("POST", "/admin/uploads/presigned-urls", {
              originalname: "a.csv",
              mime_type: "text/csv",
              size: 9,
            })
          ).status
        ).toBe(200)
      })

      it("that are private lie where nothing is served from; an export opens to staff who may read it", async () => {
        const files = container.resolve(Modules.FILE)
        const store = async (name: string) => {
          const [file] = await files.createFiles([
            {
              filename: name,
              mimeType: "text/csv",
              content: Buffer.from("email\nada@example.com\n").toString("base64"),
              access: "private",
            },
          ])
          written.push(join(PRIVATE, file!.id))

          return `/static/${file!.id}`
        }
        const orders = await store(`${Date.now()}-order-exports.csv`)
        const passport = await store("passport.csv")
        const owner = await signIn(baseUrl, "user", "owner@staff.example.com")
        const catalogue = await signIn(baseUrl, "user", "catalogue@staff.example.com")
        const shop = await signIn(baseUrl, "user", "owner@shop.example.com")

        expect((await owner<{ text: string }>("GET", orders)).body.text).toContain("ada@example.com")
        const cookie = await cookieOf("owner@staff.example.com")
        expect(await (await fetch(`${baseUrl}${orders}`, { headers: { cookie } })).text()).toContain(
          "ada@example.com"
        )
        for (const [who, path] of [
          [anonymous, orders],
          [shop, orders],
          [catalogue, orders],
          [owner, passport],
          [owner, "/static/private-1-1-order-exports.csv"],
          [owner, "/static/..%2f..%2fpackage.json"],
        ] as const) {
          expect(await who("GET", path)).toMatchObject({ status: 404, body: { code: "file_not_found" } })
        }
      })
    })

    describe("an order", () => {
      const read = (client: Client, id: string, query = "") => client("GET", `/store/orders/${id}${query}`)
      const buyer = (email: string) =>
        signIn(baseUrl, "customer", email, { "x-publishable-api-key": market.publishable_key })

      it("is open to all who know its id for a day, then to its buyer and its link's holder alone", async () => {
        const order = await placeOrder()
        const ada = await buyer("ada@example.com")
        const eve = await buyer("eve@example.com")
        const [{ id: adaId }] = (
          await sql("select id from customer where email = ? and has_account", ["ada@example.com"])
        ).rows
        await sql(`update "order" set customer_id = ? where id = ?`, [adaId, order.id])

        expect((await read(store, order.id)).status).toBe(200)
        await age(order)
        const refusal = { status: 404, body: { code: "order_not_found" } }
        expect(await read(store, order.id)).toMatchObject(refusal)
        expect(await read(eve, order.id)).toMatchObject(refusal)
        expect(
          await raw(`/store/orders/${order.id}`, { "x-publishable-api-key": market.publishable_key }, "HEAD")
        ).toMatchObject({ status: 404 })
        expect((await read(ada, order.id)).status).toBe(200)
        const [hidden, unknown] = [await read(eve, order.id), await read(eve, "order_nobody")]
        expect(hidden.body).toEqual(unknown.body)
      })

      it("is shut at once when the operator says so", async () => {
        const order = await placeOrder()
        const access = container.resolve<AccessModuleService>(ACCESS_MODULE)
        await access.createPlatformSettings({ key: "open_order_hours", value: 0 as never })

        expect(await read(store, order.id)).toMatchObject({ status: 404, body: { code: "order_not_found" } })
        await access.deletePlatformSettings("open_order_hours")
        expect((await read(store, order.id)).status).toBe(200)
      })

      it("sends its link to its own address, answers the same to all, and fills no mailbox", async () => {
        const [order, other] = [await placeOrder(), await placeOrder()]
        await age(order)
        await age(other)
        const before = (await messagesTo("ngozi@example.com")).length
        const ask = (id: string) => store("POST", `/store/orders/${id}/access-link`, {})
        const answer = await ask(order.id)
        const { text } = await lastMessage("ngozi@example.com", before)
        const token = /token=(\S+)/.exec(text)![1]!

        expect(answer).toMatchObject({ status: 202 })
        expect(JSON.stringify(answer.body)).not.toContain(token)
        expect((await ask("order_nobody")).body).toEqual({ ...answer.body, id: "order_nobody" })
        expect((await read(store, order.id, `?token=${token}`)).status).toBe(200)
        for (const query of [
          "",
          `?token=${token}x`,
          `?token[]=${token}`,
          "?token=",
          `?token=${"x".repeat(500)}`,
        ]) {
          expect((await read(store, order.id, query)).status).toBe(404)
        }
        expect((await read(store, other.id, `?token=${token}`)).status).toBe(404)

        await Promise.all(Array.from({ length: 12 }, () => ask(order.id)))
        await sleep(1500)
        expect((await messagesTo("ngozi@example.com")).length - before).toBeLessThanOrEqual(3)
      })

      it("shows what is listed, whatever is asked for, and nothing that shops or gateways noted", async () => {
        const order = await placeOrder()
        await sql(`update "order" set metadata = '{"note":"MARK-A"}' where id = ?`, [order.id])
        await sql(`update product set metadata = '{"cost":"MARK-B"}'`, [])
        await sql(`update product_variant set metadata = '{"cost":"MARK-C"}'`, [])
        await sql(`update payment set data = '{"authorization_code":"MARK-D"}'`, [])
        const fields = [
          "+metadata",
          "+cart.id",
          "*items",
          "+items.metadata",
          "*items.variant",
          "*items.variant.product",
          "*payment_collections.payments",
          "*payment_collections.payment_sessions",
          "*fulfillments",
          "*customer",
          "customer.groups.*",
          "*vendor_orders",
          "*transactions",
          "*items.variant.inventory_items",
          "+items.variant.product.vendor.contact_email",
        ].join(",")
        const { status, body } = await read(store, order.id, `?fields=${encodeURIComponent(fields)}`)
        const text = JSON.stringify(body)

        expect(status).toBe(200)
        expect(body.order).toMatchObject({ id: order.id, items: [{ product_title: expect.any(String) }] })
        for (const secret of [
          "MARK-",
          "commission",
          "contact_email",
          order.cart_id,
          "payment_sessions",
          '"data"',
        ]) {
          expect([secret, text.includes(secret)]).toEqual([secret, false])
        }
        const plain = (await read(store, order.id)).body.order as Record<string, unknown>
        expect(plain).toMatchObject({
          email: "ngozi@example.com",
          shipping_address: { city: "Ikeja" },
          vendor_orders: [{ vendor: { id: market.vendors[0]!.id } }],
          total: expect.any(Number),
        })
        await sql("update product set metadata = null", [])
      })

      it("is not shown by its cart either, once it has grown old", async () => {
        const order = await placeOrder()
        const running = await shopper.createCart(market.region_id, [
          market.vendors[0]!.products[0]!.variant_id,
        ])

        expect((await store("GET", `/store/carts/${order.cart_id}`)).status).toBe(200)
        expect((await shopper.complete(order.cart_id)).body.order?.id).toBe(order.id)
        await age(order)
        expect(await store("GET", `/store/carts/${order.cart_id}`)).toMatchObject({
          status: 404,
          body: { code: "cart_not_found" },
        })
        expect(await shopper.complete(order.cart_id)).toMatchObject({ status: 404 })
        expect((await store("GET", `/store/carts/${running.id}`)).status).toBe(200)
      })

      it("gives away neither its address by a transfer nor a return to strangers", async () => {
        const order = await placeOrder()
        const eve = await buyer("eve@example.com")
        const asked = await eve("POST", `/store/orders/${order.id}/transfer/request`, {})

        expect(asked).toMatchObject({ status: 200, body: { order: { id: order.id } } })
        expect(JSON.stringify(asked.body)).not.toContain("Ikeja")
        expect(JSON.stringify(asked.body)).not.toContain("ngozi")
        const cancelled = await eve("POST", `/store/orders/${order.id}/transfer/cancel`, {})
        expect(JSON.stringify(cancelled.body)).not.toContain("Ikeja")

        const line = (await shopper.order(order.id)) as unknown as { items: { id: string }[] }
        const back = {
          order_id: order.id,
          items: [{ id: line.items[0]!.id, quantity: 1 }],
          return_shipping: { option_id: "so_x" },
        }
        for (const client of [store, eve]) {
          expect(await client("POST", "/store/returns", back)).toMatchObject({
            status: 404,
            body: { code: "order_not_found" },
          })
        }
        expect(await store("GET", "/store/orders")).toMatchObject({ status: 401 })
        expect((await eve<{ count: number }>("GET", "/store/orders")).body.count).toBe(0)
      })
    })

    describe("fields of the store", () => {
      it("reach nothing behind a product but what a shopper may know", async () => {
        const { id, handle } = market.vendors[0]!
        await sql("update vendor set contact_email = 'MARK@shop.example.com' where id = ?", [id])
        const product = market.vendors[0]!.products[0]!.id
        const wanted = [
          "vendor.contact_email",
          "*vendor",
          "vendor.*",
          "vendor.members.*",
          "*vendor.members",
          "vendor.status",
          "vendor.commission_rate_bps",
          "vendor.products.*",
          "*vendor_link",
          "product_vendor.*",
          "*product_vendor_product",
          "shipping_profile.*",
          "*sales_channels",
          "sales_channels.orders.email",
          "*variants.inventory_items",
          "*variants.inventory_items.inventory",
          "*variants.inventory_items.inventory.location_levels",
          "*variants.prices",
          "variants.prices.amount",
          "variants.price_set.*",
          "*variants.order_items",
          "variants.inventory_items.inventory.location_levels.stocked_quantity",
        ]
        const paths = [
          `/store/products/${product}`,
          "/store/products",
          "/store/product-variants",
          "/store/product-categories",
          "/store/collections",
          "/store/product-tags",
          "/store/product-types",
          `/store/vendors/${handle}`,
          "/store/vendors",
          `/store/vendors/${handle}/products`,
          "/store/regions",
          "/store/product-options",
          "/store/currencies",
        ]
        let answered = 0
        for (const path of paths) {
          for (const fields of [
            wanted.map((field) => (field.startsWith("*") ? field : `+${field}`)).join(","),
            `id,${wanted.map((field) => field.replace("*", "")).join(",")}`,
            ...wanted,
          ]) {
            const { status, body } = await store("GET", `${path}?fields=${encodeURIComponent(fields)}`)
            const text = JSON.stringify(body)
            answered += Number(status === 200)
            expect([path, fields, status < 500]).toEqual([path, fields, true])
            for (const secret of [
              "MARK",
              "commission",
              "stocked_quantity",
              "inventory_item_id",
              "location_id",
              "price_set_id",
              "user_id",
              '"prices"',
              '"orders"',
            ]) {
              expect([path, fields, secret, text.includes(secret)]).toEqual([path, fields, secret, false])
            }
          }
        }

        expect(answered).toBeGreaterThan(paths.length * 10)
      })

      it("hold what buyers wrote without markup and without what hides", async () => {
        const { body } = await store<{ cart: Record<string, Record<string, unknown>> }>(
          "POST",
          "/store/carts",
          {
            region_id: market.region_id,
            shipping_address: {
              first_name: "<img src=x onerror=alert(1)>Ada\u202E",
              last_name: " O'Neil & <3 ",
              address_1: "1 < 2 Street",
              country_code: "ng",
            },
            metadata: { note: ["<script>alert(1)</script>hello"] },
          }
        )

        expect(body.cart.shipping_address).toMatchObject({
          first_name: "Ada",
          last_name: "O'Neil & <3",
          address_1: "1 < 2 Street",
        })
        expect(body.cart.metadata).toEqual({ note: ["hello"] })
      })

      it("still answer what storefronts ask for", async () => {
        const query = `region_id=${market.region_id}&fields=${encodeURIComponent("*variants.calculated_price,+variants.inventory_quantity,*variants.options")}`
        const { body } = await store<{ products: { variants: Record<string, unknown>[] }[] }>(
          "GET",
          `/store/products?${query}`
        )

        expect(body.products[0]!.variants[0]).toMatchObject({
          calculated_price: { calculated_amount: expect.any(Number) },
          inventory_quantity: expect.any(Number),
        })
      })
    })
  },
})
