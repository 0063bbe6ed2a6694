import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { eachFrozen, frozenOf } from "../../lib/frozen-amounts"
import type { RefundAttempt } from "../../lib/gateway"
import { type Amount, sumMinor, toMinorUnits } from "../../lib/money"
import { GATEWAY_MODULE } from "../../modules/gateway"
import { isByHand, servedBy } from "../../modules/gateway/domain/by-hand"
import { bookingDue } from "../../modules/gateway/domain/refund"
import type GatewayModuleService from "../../modules/gateway/service"
import { LEDGER_MODULE } from "../../modules/ledger"
import { buildOrderRefund, buildOrphanRefund, refundKey } from "../../modules/ledger/domain/refund"
import { buildRefundFee, refundFeeKey } from "../../modules/ledger/domain/refund-fee"
import { shareRefund } from "../../modules/ledger/domain/refund-shares"
import { buildReversal } from "../../modules/ledger/domain/reversal"
import type LedgerModuleService from "../../modules/ledger/service"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { correctReleases } from "../payout/release-money"
import { feeOnRefund } from "../vendor-order/refund-fee"
import { type RefundTarget, targetOfRefund } from "../vendor-order/target-of-refund"
import { orderOfSession, orderPaidBy } from "./order-paid-by"
import { tellOfStuckRefunds } from "./tell-of-stuck-refunds"

export type GivenBack = {
  /** Unique for ever; the entry and the vendor orders' rows are keyed by it. */
  key: string
  /** The refund of Medusa's that it serves, when it was not made for that one at first. */
  other_keys?: (string | null)[]
  gateway: string
  /** What was paid: the gateway's transaction, or Medusa's payment. */
  reference: string
  order_id: string | null
  amount_minor: bigint
  currency_code: string
  occurred_at: Date
}

/** Brings the books up to date with the refunds of a gateway transaction: those made, and those that failed later. */
export async function postRefunds(container: MedusaContainer, reference: string): Promise<void> {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const refunds = await gateway.listRefundsOf(reference)
  await tellOfStuckRefunds(container, refunds)
  const due = refunds.filter((refund) => bookingDue(refund))
  if (!due.length) {
    return
  }
  const transaction = await gateway.findTransaction(reference)
  const orderId = transaction ? await orderPaidBy(container, transaction) : null
  for (const refund of due) {
    const booking = bookingDue(refund)
    const givenBack = givenBackOf(refund, refunds, orderId)
    await inTurn(container, givenBack, () =>
      booking === "returned"
        ? takeBack(container, givenBack, refund.retry_at ? "retrying" : "failed")
        : postTry(container, givenBack, refund)
    )
    await gateway.markBooked(refund.id, booking ?? "given")
  }
  if (orderId) {
    await correctReleases(container, { order_id: orderId })
  }
}

/** An attempt as the books see it, given all those on the same payment. */
export function givenBackOf(
  refund: RefundAttempt,
  refunds: RefundAttempt[],
  orderId: string | null
): GivenBack {
  const first = refunds.find(({ id }) => id === refund.root_id)

  return {
    key: refund.key,
    other_keys: [
      refund.adopted_by_key,
      first?.key ?? null,
      first?.adopted_by_key ?? null,
      servedBy(first?.key ?? refund.key),
    ],
    gateway: refund.gateway,
    reference: refund.reference,
    // A payment that never became this order's goes back out of unallocated money.
    order_id: refund.origin === "orphan" ? null : orderId,
    amount_minor: refund.amount_minor,
    currency_code: refund.currency_code,
    occurred_at: refund.posted_at,
  }
}

/** Posts the refunds of a payment made with a provider that is none of our gateways. */
export async function postProviderRefunds(container: MedusaContainer, paymentId: string): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment",
    fields: ["id", "provider_id", "currency_code", "payment_session.id", "refunds.*"],
    filters: { id: paymentId },
  })
  const payment = data[0] as unknown as ProviderPayment | undefined
  const orderId = payment?.payment_session
    ? await orderOfSession(container, payment.payment_session.id)
    : null
  for (const refund of payment?.refunds ?? []) {
    const givenBack = {
      key: refund.id,
      gateway: payment?.provider_id ?? "",
      reference: paymentId,
      order_id: orderId,
      amount_minor: toMinorUnits(refund.raw_amount ?? refund.amount, payment?.currency_code ?? ""),
      currency_code: payment?.currency_code ?? "",
      occurred_at: new Date(refund.created_at),
    }
    await inTurn(container, givenBack, () => postOnce(container, givenBack))
  }
}

type ProviderPayment = {
  provider_id: string
  currency_code: string
  payment_session?: { id: string } | null
  refunds?: { id: string; amount: Amount; raw_amount?: Amount; created_at: Date | string }[]
}

/** One at a time per payment, because each refund's shares depend on the ones before. */
function inTurn(container: MedusaContainer, refund: GivenBack, post: () => Promise<void>): Promise<void> {
  return container
    .resolve(Modules.LOCKING)
    .execute(`post-refund:${refund.order_id ?? refund.reference}`, post, { timeout: 30 })
}

/** The gateway could not make a refund that it had taken on: what was given back is owed and owned again. */
async function takeBack(
  container: MedusaContainer,
  refund: GivenBack,
  stage: "retrying" | "failed"
): Promise<void> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const vendorOrders = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const parts = await vendorOrders.listVendorOrderRefunds({ refund_key: refund.key })
  await vendorOrders.recordRefund(
    `${refund.key}:failed`,
    parts.map((part) => ({
      vendor_order_id: part.vendor_order_id,
      request_id: part.request_id,
      amount_minor: -BigInt(part.amount_minor),
      ...eachFrozen((name) => -BigInt(part[name])),
    }))
  )
  await moveRequests(container, refund, stage)
  const entries = await Promise.all(
    [refundKey(refund.key), refundFeeKey(refund.key)].map((key) => ledger.entryByKey(key))
  )
  await ledger.post(entries.flatMap((entry) => (entry ? [buildReversal(entry, new Date())] : [])))
}

/** A further try that the gateway, or people in its place, have taken on gives its request what the first one could not. */
async function postTry(
  container: MedusaContainer,
  givenBack: GivenBack,
  { key, retries_id }: RefundAttempt
): Promise<void> {
  await postOnce(container, givenBack)
  if (retries_id || isByHand(key)) {
    await moveRequests(container, givenBack, "made")
  }
}

async function moveRequests(
  container: MedusaContainer,
  { key }: GivenBack,
  stage: "made" | "retrying" | "failed"
): Promise<void> {
  const vendorOrders = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  for (const { request_id } of await vendorOrders.listVendorOrderRefunds({ refund_key: key })) {
    if (request_id) {
      await vendorOrders.advanceRefundRequest(request_id, { stage })
    }
  }
}

async function postOnce(container: MedusaContainer, refund: GivenBack): Promise<void> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  if (await ledger.entryByKey(refundKey(refund.key))) {
    return
  }
  const target = refund.order_id ? await targetOfRefund(container, refund, refund.order_id) : null
  const sold = refund.order_id
    ? await soldBy(container, { ...refund, order_id: refund.order_id }, target)
    : []
  if (!sold.length || !refund.order_id) {
    await ledger.post([buildOrphanRefund({ ...refund, refund_key: refund.key })])
    return
  }
  const shares = shareRefund({ amount_minor: refund.amount_minor, vendors: sold })
  await container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE).recordRefund(
    refund.key,
    shares.vendors.flatMap((share) => {
      const part = sold.find(({ vendor_id }) => vendor_id === share.vendor_id)
      return part && share.amount_minor > 0n
        ? [{ ...share, vendor_order_id: part.vendor_order_id, request_id: target?.request_id }]
        : []
    })
  )
  await ledger.post([
    buildOrderRefund({
      ...refund,
      order_id: refund.order_id,
      refund_key: refund.key,
      vendors: shares.vendors,
      unallocated_minor: shares.unallocated_minor,
    }),
    ...(await feesOf(container, { ...refund, order_id: refund.order_id }, { target, sold })),
  ])
}

/** The fee that the gateway keeps of what went back, where it is not the platform that bears it. */
async function feesOf(
  container: MedusaContainer,
  { key: refund_key, gateway, reference, amount_minor, ...refund }: OfOrder,
  { target, sold: [part] }: { target: RefundTarget | null; sold: { vendor_id: string }[] }
) {
  if (!target || !part || target.fault === "platform") {
    return []
  }
  const fee_minor =
    target.fault === "buyer"
      ? target.withheld_minor
      : await feeOnRefund(container, { gateway, reference, amount_minor })

  return [buildRefundFee({ ...refund, gateway, refund_key, vendor_id: part.vendor_id, fee_minor })]
}

type OfOrder = GivenBack & { order_id: string }

/** What each vendor sold in the order and what earlier refunds gave back of it; of the one alone that the refund is for. */
async function soldBy(container: MedusaContainer, refundNow: OfOrder, target: RefundTarget | null) {
  const vendorOrders = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const all = await vendorOrders.listVendorOrders(
    { order_id: refundNow.order_id, ...(target ? { id: target.vendor_order_id } : {}) },
    { order: { vendor_id: "ASC" } }
  )
  // Nothing goes back of what nobody has paid at the door yet.
  const due = (await vendorOrders.collectionsOf(refundNow.order_id)).filter(({ state }) => state === "due")
  const rows = all.filter(({ id }) => !due.some(({ vendor_order_id }) => vendor_order_id === id))
  const refunds = rows.length
    ? await vendorOrders.listVendorOrderRefunds({ vendor_order_id: rows.map((row) => row.id) })
    : []

  return rows.map((row) => {
    const earlier = refunds.filter(
      (refund) => refund.vendor_order_id === row.id && refund.refund_key !== refundNow.key
    )
    return {
      ...frozenOf(row),
      vendor_order_id: row.id,
      vendor_id: row.vendor_id,
      total_minor: BigInt(row.total_minor),
      due: target?.due ?? undefined,
      refunded_minor: sumMinor(earlier.map((refund) => BigInt(refund.amount_minor))),
      reversed: eachFrozen((name) => sumMinor(earlier.map((refund) => BigInt(refund[name])))),
    }
  })
}
