import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import { minorUnitsOf } from "../../../lib/money"
import { buildCashRemitted } from "../../../modules/ledger/domain/collection"
import { loadVendorOrder, type VendorOrderRef } from "../../vendor-order/load-vendor-order"
import { ledgerOf } from "../collection-books"

export type RemitCashInput = VendorOrderRef & { amount: string }

/** The cash of a vendor order has arrived in the platform's bank, whole: the row and its entry stand or fall together. */
export const remitCashStep = createStep("remit-cash", async (input: RemitCashInput, { container }) => {
  const { service, vendor_order } = await loadVendorOrder(container, input)
  const { id: vendor_order_id, vendor_id, order_id, currency_code } = vendor_order
  const amount_minor = minorUnitsOf(input.amount, currency_code)
  const is_remitted = await service.remitCash({ vendor_order_id, vendor_id }, async (context) => {
    const held = await ledgerOf(container).cashOfOrder({ vendor_id, order_id, currency_code }, context)
    if (held === 0n || held !== amount_minor) {
      throw refused(
        held === 0n
          ? "This cash was taken out of what the shop is owed already."
          : "The cash of an order is handed over whole: this is not its amount."
      )
    }
    const of = { vendor_order_id, order_id, vendor_id, currency_code, amount_minor: held }
    await ledgerOf(container).post([buildCashRemitted({ ...of, occurred_at: new Date() })], context)
  })
  if (!is_remitted) {
    throw refused("No shop holds cash for this order.")
  }

  return new StepResponse(null)
})

const refused = (why: string) => notAllowed(ErrorCode.CASH_NOT_HELD, why)
