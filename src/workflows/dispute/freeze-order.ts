import type { MedusaContainer } from "@medusajs/framework/types"
import { FROZEN_AMOUNTS } from "../../lib/frozen-amounts"
import { sumMinor } from "../../lib/money"
import { divideFreeze } from "../../modules/dispute/domain/freeze"
import type { CaseItem, CaseShare } from "../../modules/dispute/types"
import { shareRefund } from "../../modules/ledger/domain/refund-shares"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import { COUNTED_STAGES } from "../../modules/vendor-order/domain/refund-request"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { readOrderState, refundsIn } from "../vendor-order/read-order-state"
import { disputesOf, isChargedBack } from "./books"

export type FreezeWish = {
  order_id: string
  amount_minor: bigint
  /** What was paid for the order in all; unless it is said, what was charged for all of its parts. */
  paid_minor?: bigint
  /** The one part that a buyer's case is about, or that the payment was for; else all parts of a chargeback. */
  vendor_order_id?: string
  line_ids: string[]
  /** A case whose own hold is made anew. */
  except_dispute_id?: string
}

export type OrderFreeze = { shares: CaseShare[]; items: CaseItem[]; uncovered_minor: bigint }

const FROZEN = ["amount_minor", ...FROZEN_AMOUNTS] as const

type Amounts<Value> = Record<(typeof FROZEN)[number], Value>

/**
 * What a disputed amount freezes of an order: by the items named, else in proportion to what is left of each part, with what was
 * frozen at its sale. To be asked under the order's lock, in which refunds of it are asked for too.
 */
export async function freezeOrder(container: MedusaContainer, wish: FreezeWish): Promise<OrderFreeze> {
  const parts = await readParts(container, wish)
  const { parts_minor, uncovered_minor } = divideFreeze(
    wish.amount_minor,
    parts.map(({ left_minor, named_minor }) => ({ left_minor, named_minor })),
    await paidLeft(container, wish)
  )

  return {
    uncovered_minor,
    items: parts.flatMap(({ items }) => items),
    shares: parts.flatMap((part, index) => {
      const amount_minor = parts_minor[index] ?? 0n
      const [share] = shareRefund({ amount_minor, vendors: [part.sold] }).vendors

      return share && amount_minor > 0n ? [{ ...share, vendor_order_id: part.vendor_order_id }] : []
    }),
  }
}

async function readParts(container: MedusaContainer, wish: FreezeWish) {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const rows = await service.listVendorOrders(
    { order_id: wish.order_id, ...(wish.vendor_order_id ? { id: wish.vendor_order_id } : {}) },
    { order: { vendor_id: "ASC" } }
  )
  const ids = rows.map(({ id }) => id)
  const [refunds, requests, lines, held] = await Promise.all([
    service.listVendorOrderRefunds({ vendor_order_id: ids }),
    service.refundRequestsOf(wish.order_id),
    wish.line_ids.length
      ? service.listVendorOrderLines({ vendor_order_id: ids, id: wish.line_ids })
      : Promise.resolve([]),
    heldOf(container, wish),
  ])

  // Asked for, and not in the books yet.
  const underWay = (id: string) =>
    sumMinor(
      requests
        .filter(({ vendor_order_id, stage }) => vendor_order_id === id && COUNTED_STAGES.includes(stage))
        .filter((request) => !refunds.some(({ request_id }) => request_id === request.id))
        .map(({ amount_minor }) => amount_minor)
    )

  return rows.map((row) => {
    const taken = [
      ...refunds.filter((refund) => refund.vendor_order_id === row.id).map(inMinor),
      ...held.filter((share) => share.vendor_order_id === row.id),
    ]
    const named = lines.filter(({ vendor_order_id }) => vendor_order_id === row.id)
    const { amount_minor: gone, ...reversed } = sumOf(taken)

    return {
      vendor_order_id: row.id,
      left_minor: BigInt(row.charged_minor) - gone - underWay(row.id),
      named_minor: sumMinor(named.map((line) => BigInt(line.total_minor))),
      items: named.map((line) => ({
        vendor_order_id: row.id,
        vendor_id: row.vendor_id,
        vendor_order_line_id: line.id,
        title: line.title,
      })),
      sold: {
        ...inMinor({ ...row, amount_minor: row.total_minor }),
        vendor_id: row.vendor_id,
        total_minor: BigInt(row.total_minor),
        refunded_minor: gone,
        reversed,
      },
    }
  })
}

/** What was paid less what went back, or is held: also of what Medusa knows and the books do not yet. */
async function paidLeft(container: MedusaContainer, wish: FreezeWish): Promise<bigint> {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const parts = await service.listVendorOrders(
    { order_id: wish.order_id },
    { select: ["id", "charged_minor"] }
  )
  const booked = await service.listVendorOrderRefunds({ vendor_order_id: parts.map(({ id }) => id) })
  const given = refundsIn(await readOrderState(container, wish.order_id))
  const paid = wish.paid_minor ?? sumMinor(parts.map(({ charged_minor }) => BigInt(charged_minor)))

  return (
    paid -
    sumMinor(given.map(({ amount_minor }) => amount_minor)) -
    sumMinor(booked.filter(isChargedBack).map((row) => BigInt(row.amount_minor))) -
    sumMinor((await heldOf(container, wish)).map(({ amount_minor }) => amount_minor))
  )
}

const heldOf = async (container: MedusaContainer, { order_id, except_dispute_id }: FreezeWish) =>
  (await disputesOf(container).heldOfOrder(order_id)).filter(
    ({ dispute_id }) => dispute_id !== except_dispute_id
  )

const inMinor = (row: Amounts<string | bigint>): Amounts<bigint> => sumOf([row])

function sumOf(rows: Amounts<string | bigint>[]): Amounts<bigint> {
  const entries = FROZEN.map((name) => [name, sumMinor(rows.map((row) => BigInt(row[name])))])

  // Made from the very list of names that the type is made of.
  return Object.fromEntries(entries) as Amounts<bigint>
}
