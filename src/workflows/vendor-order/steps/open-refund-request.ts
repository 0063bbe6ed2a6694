import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, invalidData, notAllowed } from "../../../lib/errors"
import { frozenOf } from "../../../lib/frozen-amounts"
import { minorUnitsOf } from "../../../lib/money"
import { GATEWAY_MODULE } from "../../../modules/gateway"
import type GatewayModuleService from "../../../modules/gateway/service"
import type { RefundRequest } from "../../../modules/vendor-order/after-sale-types"
import {
  planRefund,
  type RefundPlan,
  type RefundReason,
  type RefundVerdict,
  type RefundWish,
  refundedQuantity,
  type ShareFacts,
} from "../../../modules/vendor-order/domain/refund-request"
import type { SoldLine } from "../../../modules/vendor-order/types"
import { type LoadedVendorOrder, loadVendorOrder, type VendorOrderRef } from "../load-vendor-order"
import { isCanceled, paymentsIn, refundableOf } from "../read-order-state"
import { feeOnRefund } from "../refund-fee"
import { passRefundGate } from "../refund-gate"
import { countedRequests, mostOfOnePayment, takenOf } from "../refund-left"

export type RefundVendorOrderInput = VendorOrderRef & {
  items: { line_id: string; quantity: number }[]
  is_shipping: boolean
  /** In major units, as a decimal: a bigint does not pass through a workflow. */
  amount: string | null
  /** Of what is left of the buyer's money only, if that is less. */
  is_up_to_left?: boolean
  reason_code: RefundReason
  note: string | null
  idempotency_key: string
}

export type RefundRequestRef = { id: string; order_id: string; vendor_order_id: string; vendor_id: string }

/**
 * Writes what is to be given back, before anything is asked for, or finds it by its key: the same key is the same refund.
 * There is no compensation: the row is what a later run goes on from.
 */
export const openRefundRequestStep = createStep(
  "open-refund-request",
  async (input: RefundVendorOrderInput, { container }) => {
    const loaded = await loadVendorOrder(container, input)
    const { service, vendor_order } = loaded
    const { order_id } = vendor_order
    const requests = await service.refundRequestsOf(order_id)
    const wish = wishOf(input, vendor_order.currency_code)
    const wanted = wordsOf(wish)
    const known = requests.find(
      (request) =>
        request.vendor_order_id === vendor_order.id && request.idempotency_key === input.idempotency_key
    )
    if (known) {
      return new StepResponse(sameRequest(known, wanted))
    }
    const { idempotency_key } = input
    await passRefundGate(container, { order_id, vendor_order_id: vendor_order.id, idempotency_key })
    const verdict = planRefund(wish, await factsOf(loaded, requests))
    if (!verdict.is_allowed) {
      throw refusal(verdict)
    }
    const fault = service.faultOf(input.reason_code)
    const opened = await service.openRefundRequest({
      vendor_order_id: vendor_order.id,
      order_id,
      vendor_id: input.vendor_id,
      idempotency_key: input.idempotency_key,
      wanted,
      lines: verdict.lines,
      due: verdict.due,
      amount_minor: verdict.amount_minor,
      withheld_minor: fault === "buyer" ? await withheldOf(container, loaded, verdict) : 0n,
      reason_code: input.reason_code,
      fault,
      note: input.note,
      actor: input.actor,
    })
    if (!opened) {
      throw busy()
    }

    return new StepResponse(refOf(opened))
  }
)

function wishOf(
  { items, is_shipping, amount, is_up_to_left }: RefundVendorOrderInput,
  currencyCode: string
): RefundWish {
  const amount_minor = amount === null ? null : minorUnitsOf(amount, currencyCode)
  if (amount !== null && amount_minor === null) {
    throw invalidData(ErrorCode.REFUND_REFUSED, "The amount has more decimals than the currency.")
  }

  return { items, is_shipping, amount_minor, is_up_to_left }
}

const refOf = ({ id, order_id, vendor_order_id, vendor_id }: RefundRequest): RefundRequestRef => ({
  id,
  order_id,
  vendor_order_id,
  vendor_id,
})

const busy = () =>
  notAllowed(
    ErrorCode.REFUND_UNDER_WAY,
    "Another refund or a cancellation of this order is on its way: try again later."
  )

function sameRequest(known: RefundRequest, wanted: string): RefundRequestRef {
  if (known.wanted !== wanted) {
    throw notAllowed(ErrorCode.REFUND_KEY_REUSED, "This key was used for another refund of the order.")
  }

  return refOf(known)
}

/** The same for the same wish, in whatever order its items were named. */
const wordsOf = ({ items, is_shipping, amount_minor }: RefundWish) =>
  JSON.stringify({
    items: items
      .map(({ line_id, quantity }) => [line_id, quantity] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    is_shipping,
    amount_minor: amount_minor === null ? null : String(amount_minor),
  })

async function factsOf(
  { service, vendor_order, lines, order }: LoadedVendorOrder,
  requests: RefundRequest[]
): Promise<ShareFacts> {
  const cancellations = await service.cancellationsOf(vendor_order.order_id)
  if (cancellations.some(({ stage }) => stage === "opened" || stage === "withdrawn")) {
    throw busy()
  }
  const collections = await service.collectionsOf(vendor_order.order_id)
  const own = countedRequests(requests, vendor_order.id)

  return {
    status: vendor_order.status,
    is_order_canceled: isCanceled(order),
    charged_minor: vendor_order.charged_minor,
    taken_minor: await takenOf({ service, vendor_order }, requests),
    refundable_minor: mostOfOnePayment({ order, vendor_order }, collections),
    lines: lines.map((line) => refundableLine(line, own)),
  }
}

const refundableLine = (line: SoldLine, requests: RefundRequest[]) => ({
  id: line.id,
  kind: line.kind,
  quantity: Number(line.quantity),
  total_minor: line.total_minor,
  ...frozenOf(line),
  refunded_quantity: refundedQuantity(line.id, requests),
})

/** The gateway's fee on the refund, where the buyer bears it: never all that there is. */
async function withheldOf(
  container: MedusaContainer,
  { service, vendor_order, order }: LoadedVendorOrder,
  { amount_minor }: RefundPlan
): Promise<bigint> {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const collections = await service.collectionsOf(vendor_order.order_id)
  const own = collections.find(({ vendor_order_id }) => vendor_order_id === vendor_order.id)
  const session = paymentsIn(order).find((payment) => refundableOf(payment) >= amount_minor)?.payment_session
  const transaction = own?.prepaid_reference
    ? await gateway.findTransaction(own.prepaid_reference)
    : session && (await gateway.findTransactionOfSession(session.id))
  const fee = transaction ? await feeOnRefund(container, { ...transaction, amount_minor }) : 0n

  return fee < amount_minor ? fee : 0n
}

const CODES = {
  refused: ErrorCode.REFUND_REFUSED,
  nothing_left: ErrorCode.REFUND_NOTHING_LEFT,
  line: ErrorCode.VENDOR_ORDER_LINE_NOT_FOUND,
  quantity: ErrorCode.VENDOR_ORDER_QUANTITY_REFUSED,
} as const

const refusal = ({ code, why }: Extract<RefundVerdict, { is_allowed: false }>) => notAllowed(CODES[code], why)
