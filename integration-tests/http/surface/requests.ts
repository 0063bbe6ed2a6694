import { watchOutput } from "../../access/watch-output"
import { signIn } from "../../helpers/people"
import { DASHBOARD, EVIL, type SurfaceSuite } from "./suite"

export function describeRequests(suite: SurfaceSuite): void {
  const { cookieOf } = suite

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
      ["a negative page", "/store/product-types?limit=-1", 400, "invalid_data"],
      ["a page without an end", "/store/product-types?limit=1001", 400, "invalid_data"],
      ["a page before the first", "/store/product-types?lim%69t=5&off%73et=-5", 400, "invalid_data"],
      ["text for a time", "/store/product-tags?created_at[$gt]=ada@example.com", 400, "value_refused"],
      ["a time out of range", "/store/product-tags?created_at[$gt]=2020-99-99", 400, "value_refused"],
      ["an or on /vendor", "/vendor/orders?$or[0][id]=x", 400, "request_malformed"],
    ]

    it("are refused by their address", async () => {
      for (const [what, path, status, code] of ADDRESSES) {
        expect({ what, ...(await suite.store("GET", path)) }).toMatchObject({ what, status, body: { code } })
      }
    })

    it("repeat no value in what the database says of them, nor in the log", async () => {
      const secret = "zqsecretqz"
      const output = watchOutput(suite.container, secret)
      const { status, body } = await suite.store("GET", `/store/product-tags?created_at[$gt]=${secret}`)

      expect({ status, body }).toEqual({
        status: 400,
        body: {
          code: "value_refused",
          type: "invalid_data",
          message: "A value in the request is none that its field can take.",
        },
      })
      expect(output.stop()).toEqual([])
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
        const answer = await suite.shopper.callRaw("POST", "/store/carts", body)
        expect({ what, ...answer }).toMatchObject({
          what,
          status: 400,
          body: { code: "request_malformed" },
        })
      }
      const large = await suite.shopper.callRaw("POST", "/store/carts", `{"email":"${"x".repeat(110_000)}"}`)
      expect(large.status).toBe(413)
    })

    it("do not stop what core's lists of staff and shoppers take", async () => {
      const staff = await signIn(suite.base_url, "user", "owner@staff.example.com")
      const ids = Array.from({ length: 120 }, (_, index) => `id[]=prod_${index}`).join("&")

      expect((await staff("GET", "/admin/products?created_at[$gte]=2020-01-01")).status).toBe(200)
      expect((await staff("GET", `/admin/products?${ids}`)).status).toBe(200)
      expect(
        (await suite.store("GET", "/store/products?$or[0][title]=x&created_at[$gte]=2020-01-01")).status
      ).toBe(200)
    })
  })

  describe("a change that rests on a cookie", () => {
    const CHANGE = "/admin/product-tags"
    const send = (cookie: string, headers: Record<string, string>, body = '{"value":"tag"}', path = CHANGE) =>
      fetch(`${suite.base_url}${path}`, {
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
      const { body } = await (await signIn(suite.base_url, "user", "owner@staff.example.com"))<{
        count: number
      }>("GET", CHANGE)
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
      const bearer = await signIn(suite.base_url, "user", "owner@staff.example.com", { origin: EVIL })

      expect((await send(cookie, { origin: DASHBOARD }, '{"value":"one"}')).status).toBe(200)
      expect((await send(cookie, { origin: new URL(suite.base_url).origin }, '{"value":"two"}')).status).toBe(
        200
      )
      expect((await send(cookie, { "sec-fetch-site": "same-origin" }, '{"value":"three"}')).status).toBe(200)
      expect((await bearer("POST", CHANGE, { value: "four" })).status).toBe(200)
      expect((await fetch(`${suite.base_url}${CHANGE}`, { headers: { cookie } })).status).toBe(200)
    })

    it("is refused to foreign pages on the shops', the buyers' and the sign-ins' surface too", async () => {
      const shop = await cookieOf("owner@shop.example.com")
      const buyer = await cookieOf("ada@example.com", "customer")
      const key = { "x-publishable-api-key": suite.market.publishable_key }

      expect(await codeOf(await send(shop, { origin: EVIL }, "{}", "/vendor/uploads"))).toEqual([
        403,
        "csrf_refused",
      ])
      expect(await codeOf(await send(buyer, { origin: EVIL, ...key }, "{}", "/store/customers/me"))).toEqual([
        403,
        "csrf_refused",
      ])
      expect(await codeOf(await send(shop, { origin: EVIL }, "{}", "/auth/token/refresh"))).toEqual([
        403,
        "csrf_refused",
      ])
    })
  })
}
