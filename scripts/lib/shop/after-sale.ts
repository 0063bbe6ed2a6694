import { setTimeout as sleep } from "node:timers/promises"
import { z } from "@medusajs/framework/zod"
import type { Demo } from "../demo-file"
import { adminClient, type StoreClient, signIn, storeClient } from "./http"

/** The jobs run each minute. */
const PATIENCE_MS = 150_000

const Anything = z.unknown()
export const Part = z.object({
  id: z.string(),
  display_number: z.string(),
  delivery_code: z.string().nullish(),
  vendor: z.object({ id: z.string(), name: z.string() }).partial(),
})
const OrderAnswer = z.object({ order: z.object({ vendor_orders: Part.array() }) })
const ShopOrder = z.object({
  order: z.object({ lines: z.object({ id: z.string(), quantity: z.number() }).array() }),
})
const Packed = z.object({ fulfilment_id: z.string() })
const Payouts = z.object({
  payouts: z.object({ state: z.string(), amount: z.string(), created_at: z.string() }).array(),
})
const Case = z.object({ dispute: z.object({ id: z.string(), state: z.string() }) })

type Place = Pick<Demo, "base_url" | "publishable_key" | "staff" | "buyer" | "vendors"> & { order_id: string }
export type Part = z.infer<typeof Part>
type Say = (text: string) => void

/**
 * What follows the purchase, by the API alone, each as the person who would do it: the first shop delivers by code and is paid, the
 * second gives a part back, the buyer disputes the third's goods and staff decide.
 */
export async function afterSale(place: Place, tell: Say): Promise<void> {
  const token = await signIn(place.base_url, "customer", place.buyer)
  const buyer = storeClient(place.base_url, place.publishable_key, token)
  const staff = await adminClient(place.base_url, place.staff)
  const { order } = await buyer.get(`/store/orders/${place.order_id}`, OrderAnswer)
  const [first, second, third] = await Promise.all(order.vendor_orders.map((part) => shopOf(place, part)))
  if (!first || !second || !third) {
    throw new Error(
      `Order ${place.order_id} has ${order.vendor_orders.length} vendor orders instead of three.`
    )
  }

  await deliver(first, tell)
  await giveBackPart(second, place.order_id, tell)
  await dispute({ buyer, staff, order_id: place.order_id }, third.part, tell)
  await payOut(first, tell)
}

type Shop = { part: Part; client: StoreClient }

async function shopOf({ base_url, vendors }: Place, part: Part): Promise<Shop> {
  const known = vendors.find(({ id, name }) => id === part.vendor.id || name === part.vendor.name)
  if (!known) {
    throw new Error(`Vendor order ${part.display_number} is of no shop of the demo.`)
  }

  return { part, client: await adminClient(base_url, known.owner) }
}

/** The buyer tells the code at the door: that confirms the delivery. */
export async function deliver({ part, client }: Shop, tell: Say): Promise<void> {
  const { order } = await client.get(`/vendor/orders/${part.id}`, ShopOrder)
  const items = order.lines.map(({ id, quantity }) => ({ line_id: id, quantity }))
  const path = `/vendor/orders/${part.id}/fulfilments`
  const { fulfilment_id } = await client.post(path, { items, is_shipped: true }, Packed)
  await client.post(`${path}/${fulfilment_id}/deliver`, { code: part.delivery_code }, Anything)
  tell(`${part.display_number} delivered by code`)
}

async function giveBackPart({ part, client }: Shop, orderId: string, tell: Say): Promise<void> {
  const body = { amount: "1000", reason: "goodwill", idempotency_key: `demo-goodwill-${orderId}` }
  await client.post(`/vendor/orders/${part.id}/refund`, body, Anything)
  tell(`${part.display_number}: 1,000 given back`)
}

type Sides = { buyer: StoreClient; staff: StoreClient; order_id: string }

async function dispute({ buyer, staff, order_id }: Sides, part: Part, tell: Say): Promise<void> {
  const opened = await buyer.post(
    "/store/disputes",
    { order_id, vendor_order_id: part.id, reason: "not_as_described", message: "The bags were torn." },
    Case
  )
  tell(`${part.display_number} disputed`)
  const ruling = { for: "buyer", amount: "500", reason: "One of the bags was torn." }
  await staff.post(`/admin/disputes/${opened.dispute.id}/ruling`, ruling, Anything)
  tell(`${part.display_number}: staff ruled, 500 go back`)
}

/** By the jobs, once a day: what is sold after a day's payout waits for the next. */
async function payOut({ part, client }: Shop, tell: Say): Promise<void> {
  tell(`${part.display_number}: waiting for the jobs to release its money and pay it out`)
  const today = new Date().toISOString().slice(0, 10)
  const payoutOfToday = async () =>
    (await client.get("/vendor/payouts?limit=1", Payouts)).payouts.find(({ created_at }) =>
      created_at.startsWith(today)
    )
  const earlier = await payoutOfToday()
  await until(async () => earlier !== undefined || (await payoutOfToday())?.state === "paid")
  const { amount } = (await payoutOfToday()) ?? { amount: "0" }
  tell(
    earlier
      ? `${part.vendor.name} had its payout of today, NGN ${amount}; the rest waits for tomorrow's`
      : `NGN ${amount} paid out to ${part.vendor.name}`
  )
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  while (!(await isSo())) {
    if (Date.now() > deadline) {
      throw new Error("The scheduled jobs have not done their work in time: see .merkato/server.log.")
    }
    await sleep(1000)
  }
}
