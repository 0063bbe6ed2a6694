import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, invalidData, notAllowed, notFound } from "../../../lib/errors"
import { minorUnitsOf, toMajorUnits } from "../../../lib/money"
import { ACCESS_MODULE } from "../../../modules/access"
import type AccessModuleService from "../../../modules/access/service"
import { type BuyerCaseRefusal, whyNoCase } from "../../../modules/dispute/domain/buyer-case"
import { clockOf } from "../../../modules/dispute/domain/clock"
import { VENDOR_ORDER_MODULE } from "../../../modules/vendor-order"
import { isPaidUp } from "../../../modules/vendor-order/domain/pay-on-delivery"
import type VendorOrderModuleService from "../../../modules/vendor-order/service"
import { correctReleases } from "../../payout/release-money"
import { paymentsIn, readOrderState } from "../../vendor-order/read-order-state"
import { disputeBooks, disputesOf } from "../books"
import { freezeOrder } from "../freeze-order"

export type OpenBuyerCaseInput = {
  order_id: string
  vendor_order_id: string
  line_ids: string[]
  reason: string
  /** In major units; what was paid for the lines named, or for all that is left, unless it is said. */
  amount: string | null
  message: string
  opened_by: string
}

const WHY: Record<BuyerCaseRefusal, [keyof typeof ErrorCode, string]> = {
  case_open: ["DISPUTE_OPEN", "A case about this part of the order is open already."],
  not_paid: ["DISPUTE_REFUSED", "Nothing was paid yet for this part of the order."],
  canceled: ["DISPUTE_REFUSED", "This part of the order was canceled."],
  nothing_left: ["DISPUTE_REFUSED", "All that was paid for this part of the order was given back."],
  too_late: ["DISPUTE_REFUSED", "The time in which a case can be opened after delivery is over."],
}

/** The case and its hold in the books are one transaction, and nothing may fail after it. */
export const openBuyerCaseStep = createStep(
  "open-buyer-case",
  async (input: OpenBuyerCaseInput, { container }) => {
    const { settings, row, lines } = await factsOf(container, input)
    const now = new Date()
    const wish = { ...input, amount_minor: BigInt(row.charged_minor) }
    const most = await freezeOrder(container, { ...wish, line_ids: [] })
    const left_minor = most.shares.reduce((sum, { amount_minor }) => sum + amount_minor, 0n)
    const why = whyNoCase(
      {
        delivered_at: await deliveredAt(container, row.id),
        is_canceled: row.status === "canceled",
        is_paid: await isPaid(container, row),
        left_minor,
        has_open_case: (await disputesOf(container).heldOfOrder(input.order_id)).some(
          ({ vendor_order_id }) => vendor_order_id === row.id
        ),
        window_days: settings.dispute_window_days,
      },
      now
    )
    if (why) {
      const [code, sentence] = WHY[why]
      throw notAllowed(ErrorCode[code], sentence)
    }
    const amount_minor = amountOf(input, { lines, left_minor, currency_code: row.currency_code })
    const { shares, items } = await freezeOrder(container, { ...wish, amount_minor })
    const { dispute } = await disputesOf(container).openCase(
      {
        kind: "buyer",
        order_id: input.order_id,
        currency_code: row.currency_code,
        claimed_minor: amount_minor,
        reason: input.reason,
        opened_by: input.opened_by,
        message: input.message,
        shares,
        items,
        ...clockOf(now, null, { answer_hours: settings.dispute_answer_hours, lead_hours: 0 }),
      },
      disputeBooks(container)
    )
    await correctReleases(container, { order_id: input.order_id })

    return new StepResponse({ id: dispute.id })
  }
)

async function factsOf(
  container: MedusaContainer,
  { order_id, vendor_order_id, line_ids }: OpenBuyerCaseInput
) {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const [row] = await service.listVendorOrders({ id: vendor_order_id, order_id }, { take: 1 })
  if (!row) {
    throw notFound(ErrorCode.VENDOR_ORDER_NOT_FOUND, `The order has no part ${vendor_order_id}.`)
  }
  const lines = line_ids.length
    ? await service.listVendorOrderLines({ vendor_order_id: row.id, id: line_ids })
    : []
  if (lines.length < line_ids.length) {
    throw notFound(
      ErrorCode.VENDOR_ORDER_LINE_NOT_FOUND,
      "A line that was named is not in this part of the order."
    )
  }
  const settings = await container.resolve<AccessModuleService>(ACCESS_MODULE).readSettings()

  return { settings, row, lines }
}

/** At the door, or by a payment of the order that was collected: what was only promised cannot go back. */
async function isPaid(
  container: MedusaContainer,
  { id, order_id }: { id: string; order_id: string }
): Promise<boolean> {
  const collections = await container
    .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
    .collectionsOf(order_id)
  const own = collections.find(({ vendor_order_id }) => vendor_order_id === id)

  return own
    ? isPaidUp(own)
    : paymentsIn(await readOrderState(container, order_id)).some(({ captures }) => captures?.length)
}

async function deliveredAt(container: MedusaContainer, vendor_order_id: string): Promise<Date | null> {
  const [last] = await container
    .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
    .listVendorOrderTransitions(
      { vendor_order_id, to_status: "delivered" },
      { take: 1, order: { created_at: "DESC" } }
    )

  return last ? new Date(last.created_at) : null
}

type Left = { lines: { total_minor: string }[]; left_minor: bigint; currency_code: string }

/** @throws invalid data for more than what is left, or what the currency cannot pay */
function amountOf({ amount }: OpenBuyerCaseInput, { lines, left_minor, currency_code }: Left): bigint {
  const named = lines.reduce((sum, line) => sum + BigInt(line.total_minor), 0n)
  const usual = named > 0n && named < left_minor ? named : left_minor
  const asked = amount === null ? usual : minorUnitsOf(amount, currency_code)
  if (asked === null || asked <= 0n || asked > left_minor) {
    throw invalidData(
      ErrorCode.DISPUTE_AMOUNT_INVALID,
      `The amount must be above 0 and at most ${toMajorUnits(left_minor, currency_code)}.`
    )
  }

  return asked
}
