import { buildReceipt } from "../../src/modules/ledger/domain/receipt"
import { buildOrderRefund, refundKey } from "../../src/modules/ledger/domain/refund"
import { buildRefundFee } from "../../src/modules/ledger/domain/refund-fee"
import { shareRefund } from "../../src/modules/ledger/domain/refund-shares"
import { buildReversal } from "../../src/modules/ledger/domain/reversal"
import { buildSale } from "../../src/modules/ledger/domain/sale"
import { type ActionOf, VENDORS } from "./actions"
import { FROZEN, type Given, nothingFrozen, type Order, type Part, shareOf } from "./model"
import { GATEWAY, giveBack, leftOf, namedFrozen, occurred_at, of, smaller, soldOf, type World } from "./world"

export function sell(world: World, action: ActionOf<"sell">): boolean {
  const { currency, totals, rate, discount, item_tax, fee } = action
  const id = `order_${world.model.orders.length}`
  const parts = totals.map((total, index): Part => {
    const commission = (total * rate) / 20_000n

    return {
      vendor: VENDORS[index]!,
      total,
      frozen: {
        commission,
        tax: (commission * 750n) / 10_000n,
        withheld: (commission * 500n) / 10_000n,
        item_tax: (total * item_tax[index]!) / 10_000n,
        discount: (total * discount) / 10_000n,
      },
      back: 0n,
      backFrozen: nothingFrozen(),
    }
  })
  const paid = totals.reduce((sum, total) => sum + total, 0n)
  const order = { id, currency, parts, fee: (paid * fee) / 10_000n, paid, isDisputed: false }
  const common = { currency_code: currency, occurred_at }
  world.book.post(
    buildReceipt({ gateway: GATEWAY, reference: id, amount_minor: paid, fee_minor: order.fee, ...common })
  )
  world.book.post(
    buildSale({
      order_id: id,
      ...common,
      charged_minor: paid,
      credit_minor: 0n,
      vendors: parts.map(({ vendor, total, frozen }) => ({
        vendor_id: vendor,
        total_minor: total,
        platform_discount_minor: frozen.discount,
        commission_minor: frozen.commission,
        commission_tax_minor: frozen.tax,
        withholding_minor: frozen.withheld,
        platform_tax_minor: frozen.item_tax,
      })),
    })
  )
  world.model.sell(order)

  return true
}

export function refund(world: World, { order: number, ratio: share, at_fault }: ActionOf<"refund">): boolean {
  const order = world.model.orders[number % world.model.orders.length]
  const left = order ? leftOf(order) : 0n
  const amount = smaller((left * share) / 1000n, left)
  if (!order || amount === 0n || order.isDisputed) {
    return false
  }
  const shared = shareRefund({ amount_minor: amount, vendors: order.parts.map(soldOf) })
  const given = order.parts.map((part, index) => giveBack(world, part, shared.vendors[index]!))
  const key = bookRefund(world, order, { amount, shared, given })
  const fee = (order.fee * amount) / order.paid
  if (at_fault === "vendor" && fee > 0n) {
    const vendor_id = order.parts[0]!.vendor
    world.book.post(
      buildRefundFee({ ...of(order), gateway: GATEWAY, refund_key: key, vendor_id, fee_minor: fee })
    )
    world.model.move(`vendor_available:${vendor_id}:${order.currency}`, fee)
    world.model.move(`gateway_fees:${GATEWAY}:${order.currency}`, -fee)
  }

  return true
}

/** What was frozen goes back as it lies on the goods, not as the money does, which may be less than their price. */
export function refundGoods(world: World, { order: number, ...action }: ActionOf<"refund_goods">): boolean {
  const order = world.model.orders[number % world.model.orders.length]
  const part = order?.parts[action.part % order.parts.length]
  const left = part ? part.total - part.back : 0n
  const amount = smaller((left * action.ratio) / 1000n, left)
  if (!order || !part || amount === 0n || order.isDisputed) {
    return false
  }
  const frozen = nothingFrozen()
  for (const name of FROZEN) {
    frozen[name] = (part.frozen[name] * action.worth) / 1000n
  }
  const shared = shareRefund({
    amount_minor: amount,
    vendors: [{ ...soldOf(part), due: namedFrozen(frozen) }],
  })
  const given = order.parts.map((one) =>
    one === part
      ? { amount, frozen: world.model.stepOfGoods(part, { amount, frozen }) }
      : { amount: 0n, frozen: nothingFrozen() }
  )
  bookRefund(world, order, { amount, shared, given })

  return true
}

type Refunded = { amount: bigint; shared: ReturnType<typeof shareRefund>; given: Given[] }

function bookRefund(world: World, order: Order, { amount, shared, given }: Refunded): string {
  const key = `refund_${world.refunds.length}`
  world.book.post(
    buildOrderRefund({ ...of(order), ...shared, gateway: GATEWAY, refund_key: key, amount_minor: amount })
  )
  world.refunds.push({ key, order, given, has_failed: false })
  world.model.move(`gateway_clearing:${GATEWAY}:${order.currency}`, -amount)
  for (const [index, part] of order.parts.entries()) {
    const { amount: own, frozen } = given[index]!
    world.model.takePlatform(order.currency, frozen, 1n)
    world.model.move(`vendor_pending:${part.vendor}:${order.currency}`, shareOf(own, frozen))
    world.model.note(part, given[index]!)
  }

  return key
}

/** The gateway took a refund on, and then could not make it. */
export function failRefund(world: World, number: number): boolean {
  const open = world.refunds.filter(({ has_failed, order }) => !has_failed && !order.isDisputed)
  const refund = open[number % open.length]
  if (!refund) {
    return false
  }
  refund.has_failed = true
  world.book.post(buildReversal(world.book.entry(refundKey(refund.key)), occurred_at))
  const { order, given } = refund
  for (const [index, part] of order.parts.entries()) {
    const { amount, frozen } = given[index]!
    world.model.move(`gateway_clearing:${GATEWAY}:${order.currency}`, amount)
    world.model.takePlatform(order.currency, frozen, -1n)
    world.model.move(`vendor_pending:${part.vendor}:${order.currency}`, -shareOf(amount, frozen))
    world.model.note(part, given[index]!, -1n)
  }

  return true
}
