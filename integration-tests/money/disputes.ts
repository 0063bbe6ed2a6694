import {
  buildChargeback,
  buildChargebackFee,
  buildDisputeHold,
  buildDisputeRelease,
} from "../../src/modules/ledger/domain/dispute"
import { shareRefund } from "../../src/modules/ledger/domain/refund-shares"
import type { ActionOf } from "./actions"
import { type Given, heldShareOf, type Order, shareOf } from "./model"
import { assert, GATEWAY, giveBack, givenBackOf, leftOf, of, smaller, soldOf, type World } from "./world"

export function dispute(world: World, { order: number, ratio: share }: ActionOf<"dispute">): boolean {
  const order = world.model.orders[number % world.model.orders.length]
  const left = order ? leftOf(order) : 0n
  const amount = smaller((left * share) / 1000n, left)
  if (!order || amount === 0n || order.isDisputed) {
    return false
  }
  const { vendors } = shareRefund({ amount_minor: amount, vendors: order.parts.map(soldOf) })
  const given = order.parts.map((part, index) => giveBack(world, part, vendors[index]!))
  const dispute = { id: `case_${world.disputes.length}`, order, amount, given, is_open: true }
  const shares = vendors.map((part) => ({
    ...part,
    pending_minor: -world.model.balance(`vendor_pending:${part.vendor_id}:${order.currency}`),
  }))
  world.book.post(buildDisputeHold({ ...of(order), dispute_id: dispute.id, number: 1, shares }))
  order.isDisputed = true
  world.disputes.push(dispute)
  for (const [index, { vendor }] of order.parts.entries()) {
    const net = heldShareOf(given[index]!)
    const pending = -world.model.balance(`vendor_pending:${vendor}:${order.currency}`)
    const fromPending = pending <= 0n ? 0n : smaller(pending, net)
    world.model.move(`vendor_pending:${vendor}:${order.currency}`, fromPending)
    world.model.move(`vendor_available:${vendor}:${order.currency}`, net - fromPending)
    world.model.move(`vendor_disputed:${vendor}:${order.currency}`, -net)
  }

  return true
}

export function endDispute(
  world: World,
  { dispute: number, is_won, fee, party }: ActionOf<"end_dispute">
): boolean {
  const open = world.disputes.filter(({ is_open }) => is_open)
  const dispute = open[number % open.length]
  if (!dispute) {
    return false
  }
  const { id, order, amount, given } = dispute
  dispute.is_open = false
  order.isDisputed = false
  const shares = order.parts.map((part, index) => givenBackOf(part, given[index]!))
  const named = { ...of(order), dispute_id: id }
  if (is_won) {
    world.book.post(buildDisputeRelease({ ...named, number: 1, shares }))
  } else {
    world.book.post(buildChargeback({ ...named, gateway: GATEWAY, amount_minor: amount, shares }))
    world.book.post(buildChargebackFee({ ...named, gateway: GATEWAY, fee_minor: fee, party, shares }))
    world.model.move(`gateway_clearing:${GATEWAY}:${order.currency}`, -amount - fee)
  }
  for (const [index, part] of order.parts.entries()) {
    const { amount: own, frozen } = given[index]!
    const held = heldShareOf(given[index]!)
    world.model.move(`vendor_disputed:${part.vendor}:${order.currency}`, held)
    if (is_won) {
      world.model.move(`vendor_pending:${part.vendor}:${order.currency}`, -held)
    } else {
      world.model.move(`vendor_pending:${part.vendor}:${order.currency}`, shareOf(own, frozen) - held)
      world.model.takePlatform(order.currency, frozen, 1n)
      world.model.note(part, given[index]!)
    }
  }
  if (!is_won) {
    chargeFee(world, order, given, { fee, party })
  }

  return true
}

/** The fee of a lost case falls on the vendors by their parts; their shares differ by less than a unit from the exact ones. */
export function chargeFee(
  world: World,
  order: Order,
  given: Given[],
  { fee, party }: { fee: bigint; party: "vendor" | "platform" }
) {
  const whole = given.reduce((sum, { amount }) => sum + amount, 0n)
  let left = fee
  if (party === "vendor" && whole > 0n) {
    for (const [index, { vendor }] of order.parts.entries()) {
      const account = `vendor_available:${vendor}:${order.currency}`
      const booked = world.book.balance(account) - world.model.balance(account)
      const off = booked * whole - fee * given[index]!.amount
      assert(off > -whole && off < whole, `the fee's part of ${vendor} is off by a unit or more`)
      world.model.move(account, booked)
      left -= booked
    }
    assert(left === 0n, `${left} of the fee fell on nobody`)
  }
  world.model.move(`gateway_fees:${GATEWAY}:${order.currency}`, left)
}
