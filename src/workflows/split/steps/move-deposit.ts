import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, invalidData, notAllowed } from "../../../lib/errors"
import { minorUnitsOf, toMajorUnits } from "../../../lib/money"
import { LEDGER_MODULE } from "../../../modules/ledger"
import type { DepositMove } from "../../../modules/ledger/domain/deposit"
import type LedgerModuleService from "../../../modules/ledger/service"
import { lineBooked } from "../../ledger/line-booked"
import { nameOfShop } from "../../vendor-onboarding/read-onboarding"

export type MoveDepositInput = {
  vendor_id: string
  move: DepositMove
  currency_code: string
  /** In major units. */
  amount: string
  reference: string
}

/** Books what staff have seen on the bank's statement, or have decided. Asked again with one reference, it is booked once. */
export const moveDepositStep = createStep("move-deposit", async (input: MoveDepositInput, { container }) => {
  const { vendor_id, currency_code, reference, move } = input
  await nameOfShop(container, vendor_id)
  const amount_minor = minorUnitsOf(input.amount, currency_code)
  if (amount_minor === null || amount_minor <= 0n) {
    throw invalidData(
      ErrorCode.DEPOSIT_REFUSED,
      "The amount has to be above zero, in units that the currency has."
    )
  }
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const of = { vendor_id, currency_code, amount_minor, reference, move, occurred_at: new Date() }
  const { outcome, ...standing } = await ledger.moveDeposit(of)
  const deposited = toMajorUnits(standing.deposited_minor, currency_code)
  if (outcome === "taken") {
    throw standing.line
      ? lineBooked(reference, standing.line)
      : refused(`${reference} is the reference of another movement of this shop's deposit.`)
  }
  if (outcome === "refused") {
    const owed = toMajorUnits(standing.owed_minor > 0n ? standing.owed_minor : 0n, currency_code)
    throw refused(`The shop has deposited ${deposited} and owes ${owed}: no more than that can be ${move}.`)
  }

  return new StepResponse({ vendor_id, currency_code, deposited })
})

const refused = (why: string) => notAllowed(ErrorCode.DEPOSIT_REFUSED, why)
