import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, invalidData, notAllowed } from "../../lib/errors"
import { minorUnitsOf, toMajorUnits } from "../../lib/money"
import { DEBT_MODULE } from "../../modules/debt"
import type DebtModuleService from "../../modules/debt/service"
import { LEDGER_MODULE } from "../../modules/ledger"
import type LedgerModuleService from "../../modules/ledger/service"
import { lineBooked } from "../ledger/line-booked"
import { nameOfShop } from "../vendor-onboarding/read-onboarding"
import { debtBooks } from "./books"

export type SettleDebtInput = {
  vendor_id: string
  currency_code: string
  /** In major units. */
  amount: string
  /** The bank's name for the transfer. */
  reference: string
  received_at: Date | string
  /** For the audit log. */
  note: string | null
}

export type Settled = {
  /** False where the transfer was recorded before. */
  is_new: boolean
  vendor_id: string
  currency_code: string
  amount: string
  reference: string
  /** What the shop still owes. */
  owed: string
  invoice_id: string | null
}

/** Books what a shop has paid of its debt by bank transfer, once for each line of the bank's statement. */
export async function settleDebt(container: MedusaContainer, input: SettleDebtInput): Promise<Settled> {
  const { vendor_id, currency_code, reference } = input
  await nameOfShop(container, vendor_id)
  const amount_minor = minorUnitsOf(input.amount, currency_code)
  if (amount_minor === null || amount_minor <= 0n) {
    throw invalidData(
      ErrorCode.DEBT_PAYMENT_REFUSED,
      "The amount has to be above zero, in units that the currency has."
    )
  }
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const payment = {
    vendor_id,
    currency_code,
    amount_minor,
    reference,
    occurred_at: new Date(input.received_at),
  }
  const { outcome, invoice } = await container.resolve<DebtModuleService>(DEBT_MODULE).payDebt(
    {
      vendor_id,
      currency_code,
      pay: async (open, context) => {
        const paid = await ledger.payDebt({ ...payment, invoice_id: open?.id ?? null }, context)

        return { ...paid, is_paid: paid.outcome === "paid" }
      },
    },
    debtBooks(container)
  )
  const owed = toMajorUnits(outcome.owed_minor > 0n ? outcome.owed_minor : 0n, currency_code)
  if (outcome.outcome === "taken") {
    throw outcome.line
      ? lineBooked(reference, outcome.line)
      : refused(`${reference} is the reference of another payment that was recorded before.`)
  }
  if (outcome.outcome === "refused") {
    throw refused(`The shop owes ${owed}: no more than that can be taken from it. Send the rest back.`)
  }

  return {
    is_new: outcome.is_paid,
    vendor_id,
    currency_code,
    amount: toMajorUnits(amount_minor, currency_code),
    reference,
    owed,
    invoice_id: invoice?.id ?? null,
  }
}

const refused = (why: string) => notAllowed(ErrorCode.DEBT_PAYMENT_REFUSED, why)
