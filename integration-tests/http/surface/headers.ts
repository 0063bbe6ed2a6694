import { DASHBOARD, EVIL, type SurfaceSuite } from "./suite"

export function describeHeaders(suite: SurfaceSuite): void {
  const { headersOf, raw } = suite

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
      const key = { "x-publishable-api-key": suite.market.publishable_key }
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
}
