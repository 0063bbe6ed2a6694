import { loadEnv } from "../../src/lib/env"
import { signLink } from "../../src/lib/signed-link"
import { clientWith } from "../helpers/people"
import type { PayoutSuite } from "../http/payouts/suite"
import type { Goods } from "./goods"

type Answer = { return: { id: string; state: string }; code?: string }
type OfPart = { shop: number; order_id: string; vendor_order_id: string; goods: Goods }

const LINK_MS = 600_000

/**
 * One piece goes back: its guest asks and sends it, its shop approves and receives it, and the money follows by itself. Answers how
 * far it has come, and what was said last; no state when it was not even asked for.
 */
export async function sendBack(
  { base_url, market, shops }: PayoutSuite,
  { shop, order_id, goods }: OfPart,
  reason: string
): Promise<{ state: string | null; said: string }> {
  const guest = clientWith(base_url, { "x-publishable-api-key": market.publishable_key })
  const expires = new Date(Date.now() + LINK_MS)
  const token = signLink(loadEnv().JWT_SECRET, { purpose: "order", id: order_id }, expires)
  const ask = (path: string, body: object) =>
    guest<Answer>("POST", `/store/returns${path}?token=${token}`, body)
  const opened = await ask("", { order_id, items: [{ id: goods.source_id, quantity: 1 }], reason })
  if (opened.status !== 201) {
    return { state: null, said: words(opened) }
  }
  const { id } = opened.body.return
  const owner = (path: string) => shops[shop]!<Answer>("POST", `/vendor/returns/${id}/${path}`, {})
  await owner("approve")
  await ask(`/${id}/sent`, { tracking_number: "GH-70001" })
  const received = await owner("receive")
  const { body } = await shops[shop]!<Answer>("GET", `/vendor/returns/${id}`)

  return { state: body.return.state, said: words(received) }
}

const words = ({ status, body }: { status: number; body: Answer }) => `${status} ${body.code ?? ""}`.trim()
