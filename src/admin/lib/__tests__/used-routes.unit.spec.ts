import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

const ADMIN = join(__dirname, "../..")
const CLIENT = join("lib", "api", "routes.gen.ts")

/** Asked for by Medusa's own pages, by other programs with a key, or told whole by a route that answers more at once. */
const USED_ELSEWHERE = [
  "DELETE /auth/session",
  "GET /admin/commission-rules/:id",
  "GET /admin/payouts/debt-invoices/:id",
  "GET /admin/payouts/debts/:vendor_id",
  "GET /admin/payouts/run",
  "GET /admin/staff/:id",
  "GET /admin/vendors/:id/statements/:period",
  "GET /vendor/api-keys/:id",
  "GET /vendor/customers",
  "GET /vendor/customers/:id",
  "GET /vendor/debts/invoices/:id",
  "GET /vendor/invitations/:id",
  "GET /vendor/members/:id",
  "GET /vendor/products/:id/variants",
  "GET /vendor/products/:id/variants/:variant_id",
  "GET /vendor/shipping-options/:id",
  "GET /vendor/shops",
  "GET /vendor/statements/:period",
  "GET /vendor/stock-locations/:id",
  "POST /auth/:actor_type/:auth_provider/register",
  "POST /auth/:actor_type/:auth_provider/reset-password",
  "POST /auth/:actor_type/phone/code",
  "POST /vendor/inventory-items/:id",
]

describe("the routes of shops and staff", () => {
  it("are all worked by in the dashboard, so that nothing can be done by calls alone", () => {
    const sources = readdirSync(ADMIN, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.tsx?$/.test(path) && path !== CLIENT && !path.includes("__tests__"))
      .map((path) => readFileSync(join(ADMIN, path), "utf8"))
      .join("\n")
    const routes = readFileSync(join(ADMIN, CLIENT), "utf8").matchAll(/^ {2}"([A-Z]+ \/[^"]+)":/gm)
    const unused = [...routes].flatMap(([, route]) =>
      route && !sources.includes(`"${route}"`) ? [route] : []
    )

    expect(unused.toSorted()).toEqual(USED_ELSEWHERE)
  })
})
