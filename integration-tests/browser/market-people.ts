import { z } from "@medusajs/framework/zod"
import type { Demo } from "../../scripts/lib/demo-file"
import { signIn, storeClient } from "../../scripts/lib/shop/http"
import { type Client, clientWith } from "../helpers/people"
import { type Added, addAuthenticator } from "../helpers/second-factor"

export type Staff = {
  app: Added["app"]
  /** Changes settings of the marketplace; what it answers sets them back, since others test on the same one. */
  set: (values: Record<string, unknown>) => Promise<() => Promise<void>>
  removeFactor: () => Promise<void>
}

const callerWith = (base_url: string, token: string) =>
  clientWith(base_url, { authorization: `Bearer ${token}` })

/** Gives the market's staff a second factor, which what moves money asks for. */
export async function staffWithFactor({ base_url, staff }: Demo): Promise<Staff> {
  const without = callerWith(base_url, await signIn(base_url, "user", staff))
  const { app, token, factor_id } = await addAuthenticator(without)
  const call = callerWith(base_url, token)

  return {
    app,
    set: async (values) => {
      const { body } = await call<{ settings: Record<string, unknown> }>("GET", "/admin/settings")
      const before = Object.fromEntries(Object.keys(values).map((key) => [key, body.settings[key]]))
      await write(call, values)

      return () => write(call, before)
    },
    // Others sign in to the same market with the password alone.
    removeFactor: async () => {
      const removal = { method: "totp", code: await app.code() }
      const { status } = await call("DELETE", `/auth/mfa/factors/${factor_id}`, removal)
      if (status !== 200) {
        throw new Error(`The second factor of the staff was not removed: ${status}.`)
      }
    },
  }
}

async function write(call: Client, values: Record<string, unknown>): Promise<void> {
  const { status, body } = await call("POST", "/admin/settings", values)
  if (status !== 200) {
    throw new Error(`POST /admin/settings answered ${status}: ${JSON.stringify(body)}`)
  }
}

const OrderAnswer = z.object({
  order: z.object({ vendor_orders: z.object({ delivery_code: z.string() }).array().nonempty() }),
})

/** What the buyer tells at the door. */
export async function deliveryCodeOf(market: Demo, order_id: string): Promise<string> {
  const token = await signIn(market.base_url, "customer", market.buyer)
  const store = storeClient(market.base_url, market.publishable_key, token)
  const { order } = await store.get(`/store/orders/${order_id}`, OrderAnswer)

  return order.vendor_orders[0]!.delivery_code
}
