import type { PayoutSuite } from "../http/payouts/suite"
import { frozenOf } from "./frozen-rows"
import { type Goods, goodsOf } from "./goods"
import { type Given, nothingFrozen, type Order, type Part, shareOf } from "./model"

type Bought = Awaited<ReturnType<PayoutSuite["desk"]["buy"]>>

export type RealPart = Part & {
  shop: number
  currency: string
  vendor_order_id: string
  /** What the books hold for it until it is released. */
  pending: bigint
  state: "open" | "delivered" | "released" | "canceled"
  goods: Goods
}

export type RealOrder = Omit<Order, "parts"> & {
  parts: RealPart[]
  bought: Bought
  case: { gateway_id: number; given: Given[] } | null
}

/** An order as it was bought: what of it is frozen is read, and all that follows is worked out. */
export async function readOrder(suite: PayoutSuite, bought: Bought, currency: string): Promise<RealOrder> {
  const parts: RealPart[] = []
  for (const row of await suite.desk.rows(bought.order_id)) {
    const frozen = frozenOf(row)
    const total = BigInt(row.charged_minor)
    parts.push({
      vendor: row.vendor_id,
      shop: suite.market.vendors.findIndex(({ id }) => id === row.vendor_id),
      currency,
      vendor_order_id: row.id,
      total,
      frozen,
      back: 0n,
      backFrozen: nothingFrozen(),
      pending: shareOf(total, frozen),
      state: "open",
      goods: await goodsOf(suite, row.id),
    })
  }

  return {
    id: bought.order_id,
    currency,
    parts,
    fee: suite.bench.feeOf(bought.session),
    paid: BigInt(suite.bench.paidAt(bought.session)),
    isDisputed: false,
    bought,
    case: null,
  }
}
