import type { LedgerEntryInput } from "../../src/modules/ledger/domain/entry"
import {
  buildPayout,
  buildPayoutFailed,
  buildPayoutFee,
  buildPayoutFeeReturned,
  buildPayoutPaid,
  buildPayoutReturned,
} from "../../src/modules/ledger/domain/payout"
import { buildRelease, buildReserveRelease } from "../../src/modules/ledger/domain/release"
import { type ActionOf, CURRENCIES, VENDORS } from "./actions"
import { entryOf, GATEWAY, of, type Payout, SOURCE, type World } from "./world"

/** All that is pending for a vendor in a currency, as for an order; a part of it is kept back. */
export function release(world: World, { order: number, part: which, reserve }: ActionOf<"release">): boolean {
  const order = world.model.orders[number % world.model.orders.length]
  const part = order?.parts[which % order.parts.length]
  if (!order || !part) {
    return false
  }
  const pending = -world.model.balance(`vendor_pending:${part.vendor}:${order.currency}`)
  const kept = pending > 0n ? (pending * reserve) / 10_000n : 0n
  const count = world.reserves.length
  world.book.post(
    buildRelease({
      ...of(order),
      vendor_id: part.vendor,
      vendor_order_id: `vord_${count}`,
      number: 1,
      available_minor: pending - kept,
      reserved_minor: kept,
    })
  )
  world.model.move(`vendor_pending:${part.vendor}:${order.currency}`, pending)
  world.model.move(`vendor_available:${part.vendor}:${order.currency}`, kept - pending)
  world.model.move(`vendor_reserved:${part.vendor}:${order.currency}`, -kept)
  world.reserves.push({ vendor: part.vendor, order, amount: kept, is_over: kept === 0n })

  return pending !== 0n
}

export function releaseReserve(world: World, number: number): boolean {
  const kept = world.reserves.filter(({ is_over }) => !is_over)
  const reserve = kept[number % kept.length]
  if (!reserve) {
    return false
  }
  reserve.is_over = true
  const { vendor, order, amount } = reserve
  world.book.post(
    buildReserveRelease({
      ...of(order),
      vendor_id: vendor,
      vendor_order_id: `vord_${world.reserves.indexOf(reserve)}`,
      reserved_minor: amount,
    })
  )
  world.model.move(`vendor_reserved:${vendor}:${order.currency}`, amount)
  world.model.move(`vendor_available:${vendor}:${order.currency}`, -amount)

  return true
}

/** Of what is available and nothing else: whoever asks for more is not paid. */
export function payOut(world: World, { balance, ratio: share }: ActionOf<"pay_out">): boolean {
  const payable = VENDORS.flatMap((vendor) =>
    CURRENCIES.map((currency) => ({
      vendor,
      currency,
      available: -world.model.balance(`vendor_available:${vendor}:${currency}`),
    }))
  ).filter(({ available }) => available > 0n)
  const chosen = payable[balance % payable.length]
  const amount = chosen ? (chosen.available * share) / 1000n : 0n
  if (!chosen || amount === 0n || amount > chosen.available) {
    return false
  }
  const { vendor, currency } = chosen
  // Some cost nothing; of none is nothing left.
  const fee = share % 40n < amount ? share % 40n : 0n
  const payout: Payout = {
    id: `payout_${world.payouts.length}`,
    vendor,
    currency,
    amount,
    fee,
    state: "sent",
  }
  world.payouts.push(payout)
  world.book.post(buildPayout(entryOf(payout)))
  world.model.move(`vendor_available:${vendor}:${currency}`, amount)
  world.model.move(`payouts_in_transit:${vendor}:${currency}`, -amount)

  return true
}

export function endPayout(world: World, { payout: number, outcome }: ActionOf<"end_payout">): boolean {
  const sent = world.payouts.filter(({ state }) => state === "sent")
  const payout = sent[number % sent.length]
  if (!payout) {
    return false
  }
  const { vendor, currency, amount, fee } = payout
  payout.state = outcome === "paid" ? "paid" : "over"
  world.model.move(`payouts_in_transit:${vendor}:${currency}`, amount)
  if (outcome === "paid") {
    postAll(world, [buildPayoutPaid(entryOf(payout), SOURCE), ...buildPayoutFee(entryOf(payout))])
    world.model.move(`gateway_balance:${GATEWAY}:${currency}`, fee - amount)
    world.model.move(`payout_fees:${currency}`, -fee)
  } else {
    postAll(world, [buildPayoutFailed(entryOf(payout))])
    world.model.move(`vendor_available:${vendor}:${currency}`, -amount)
  }

  return true
}

/** Days after it was paid. */
export function returnPayout(world: World, number: number): boolean {
  const paid = world.payouts.filter(({ state }) => state === "paid")
  const payout = paid[number % paid.length]
  if (!payout) {
    return false
  }
  const { vendor, currency, amount, fee } = payout
  payout.state = "over"
  postAll(world, [buildPayoutReturned(entryOf(payout), SOURCE), ...buildPayoutFeeReturned(entryOf(payout))])
  world.model.move(`gateway_balance:${GATEWAY}:${currency}`, amount - fee)
  world.model.move(`payout_fees:${currency}`, fee)
  world.model.move(`vendor_available:${vendor}:${currency}`, -amount)

  return true
}

function postAll(world: World, entries: LedgerEntryInput[]): void {
  for (const entry of entries) {
    world.book.post(entry)
  }
}
