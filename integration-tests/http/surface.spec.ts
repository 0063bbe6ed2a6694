import { rm } from "node:fs/promises"
import { request } from "node:http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createMarketplace, type Marketplace } from "../helpers/create-marketplace"
import { type Client, clientWith, createBuyer, createMember, createStaff, PASSWORD } from "../helpers/people"
import { serverTests } from "../helpers/server-tests"
import { type OrderBody, Shopper } from "../helpers/shopper"
import { describeFields } from "./surface/fields"
import { describeHeaders } from "./surface/headers"
import { describeOrders } from "./surface/orders"
import { describeRequests } from "./surface/requests"
import type { SurfaceSuite } from "./surface/suite"
import { describeUploadLimits } from "./surface/upload-limits"
import { describeUploads } from "./surface/uploads"

jest.setTimeout(300_000)

serverTests({
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

    const suite: SurfaceSuite = {
      get base_url() {
        return baseUrl
      },
      get container() {
        return container
      },
      get market() {
        return market
      },
      get anonymous() {
        return anonymous
      },
      get store() {
        return store
      },
      get shopper() {
        return shopper
      },
      written,
      headersOf,
      raw,
      cookieOf,
      placeOrder,
      sql,
      age,
    }

    describeHeaders(suite)
    describeRequests(suite)
    describeUploads(suite)
    describeUploadLimits(suite)
    describeOrders(suite)
    describeFields(suite)
  },
})
