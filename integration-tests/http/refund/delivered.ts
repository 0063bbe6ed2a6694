import { loadEnv } from "../../../src/lib/env"
import { signLink } from "../../../src/lib/signed-link"
import type { OrderAnswer } from "../../helpers/order-desk"
import { clientWith } from "../../helpers/people"
import type { RefundSuite } from "./suite"

export type ReturnAnswer = {
  return: {
    id: string
    state: string
    decision_note: string | null
    carrier: string | null
    tracking_number: string | null
    due_at: string | null
    photos: string[]
    items: object[]
  }
  returns: { id: string; state: string; vendor_order_number: string }[]
  count: number
  code?: string
}

export const refusal = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code]

export type Delivered = Awaited<ReturnType<typeof delivered>>

/** Two shops' goods, of which the first shop's have been delivered; the first of its parcels, if there are more. */
export async function delivered(suite: RefundSuite, quantity = 2, parcels = 1) {
  const { order_id, part, session } = await suite.desk.buy([0, 1], { quantity })
  const id = await part(0)
  const owner = await suite.ownerOf(0)
  const [item] = await suite.desk.service.listVendorOrderLines({ vendor_order_id: id, kind: "item" })
  const items = [{ line_id: item!.id, quantity: quantity / parcels }]
  const sent: string[] = []
  while (sent.length < parcels) {
    const wish = { items, is_shipped: true }
    const packed = await owner<OrderAnswer>("POST", `/vendor/orders/${id}/fulfilments`, wish)
    sent.push(packed.body.fulfilment_id!)
  }
  const deliver = (parcel = 0) =>
    owner<OrderAnswer>("POST", `/vendor/orders/${id}/fulfilments/${sent[parcel]}/deliver`, {})
  await deliver()
  const guest = clientWith(suite.shopper.base_url, {
    "x-publishable-api-key": suite.market.publishable_key,
  })
  const expires = new Date(Date.now() + 600_000)
  const token = signLink(loadEnv().JWT_SECRET, { purpose: "order", id: order_id }, expires)
  const ask = (method: "GET" | "POST", path: string, body?: object) =>
    guest<ReturnAnswer>(method, `${path}${path.includes("?") ? "&" : "?"}token=${token}`, body)
  const wish = { order_id, items: [{ id: item!.source_id, quantity: 1 }], reason: "damaged" }

  return { order_id, id, owner, item: item!, session, guest, ask, wish, deliver }
}

/** A return that its shop has approved. */
export async function approved({ owner, ask, wish }: Delivered) {
  const { id } = (await ask("POST", "/store/returns", wish)).body.return
  await owner("POST", `/vendor/returns/${id}/approve`, {})
  const receive = (body: object = {}) => owner<ReturnAnswer>("POST", `/vendor/returns/${id}/receive`, body)
  const state = async () => (await owner<ReturnAnswer>("GET", `/vendor/returns/${id}`)).body.return.state
  const send = (body: object = {}) => ask("POST", `/store/returns/${id}/sent`, body)

  return { id, receive, state, send }
}
