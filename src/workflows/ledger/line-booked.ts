import type { MedusaError } from "@medusajs/framework/utils"
import { ErrorCode, notAllowed } from "../../lib/errors"
import type { BankLine } from "../../modules/ledger/domain/bank-line"

const AS = {
  deposit: (id: string) => `the deposit of shop ${id}`,
  debt_paid: (id: string) => `what shop ${id} has paid of its debt`,
  bank_transfer: (id: string) => `transfer ${id} of a buyer`,
} as const satisfies Record<BankLine["booked_as"], (id: string) => string>

/** A line of the bank's statement is booked once; this one is booked otherwise. */
export const lineBooked = (reference: string, { booked_as, record_id }: BankLine): MedusaError =>
  notAllowed(
    ErrorCode.BANK_LINE_BOOKED,
    `${reference} is a line of the bank's statement that is booked already, as ${AS[booked_as](record_id)}.`
  )
