import { z } from "@medusajs/framework/zod"
import { oneOrMany, recordId, wholeNumber } from "../../../lib/list-params"
import { minorUnitsOf } from "../../../lib/money"
import { paragraph } from "../../../lib/shop-profile"
import { DEPOSIT_MOVES } from "../../../modules/ledger/domain/deposit"
import { MATCH_HOLD_STATES } from "../../../modules/payout/domain/match-hold"
import { PAYOUT_SCHEDULES, RISK_LEVELS } from "../../../modules/payout/domain/terms"
import { payoutFilters } from "../../vendor/payouts/validators"

export const AdminGetPayoutsParams = z.strictObject({
  ...payoutFilters,
  vendor_id: recordId.optional(),
  rail: recordId.optional(),
  /** Those of one file for the bank. */
  batch: recordId.optional(),
  /** Only what a person has to pay at the bank, and is in no file yet. */
  is_to_send: z
    .literal("true")
    .transform(() => true as const)
    .optional(),
})

export type AdminGetPayoutsParamsType = z.infer<typeof AdminGetPayoutsParams>

export const AdminEmptyBody = z.strictObject({}).default({})

/** The vendor reads why. */
export const AdminRejectPayout = z.strictObject({ reason: paragraph(500) })

export type AdminRejectPayoutType = z.infer<typeof AdminRejectPayout>

/** How a payout ended that staff carry out by hand. */
export const AdminMarkPayout = z.strictObject({
  outcome: z.enum(["paid", "failed", "returned"]),
  reason: paragraph(500).nullable().default(null),
})

export type AdminMarkPayoutType = z.infer<typeof AdminMarkPayout>

const currencyCode = z
  .string()
  .regex(/^[a-z]{3}$/i)
  .transform((code) => code.toLowerCase())

export const AdminTakeBankFile = z.strictObject({
  currency_code: currencyCode,
  /** A file that was taken before. */
  batch: recordId.optional(),
})

export type AdminTakeBankFileType = z.infer<typeof AdminTakeBankFile>

type Deposit = { currency_code: string; amount: string }

/** By currency, in minor units. */
function depositsOf(all: Deposit[], { addIssue }: { addIssue: (message: string) => void }) {
  const deposits = new Map(
    all.map(({ currency_code, amount }) => [currency_code, minorUnitsOf(amount, currency_code)])
  )
  if (deposits.size < all.length) {
    addIssue("names a currency twice")
  }
  if ([...deposits.values()].some((amount) => amount === null || amount <= 0n)) {
    addIssue("has to be an amount above zero that the currency can pay")
  }

  return Object.fromEntries([...deposits].map(([currency_code, amount]) => [currency_code, String(amount)]))
}

export const AdminSetPayoutTerms = z
  .strictObject({
    risk_level: z.enum(RISK_LEVELS),
    /** Null for the platform's own. */
    schedule: z.enum(PAYOUT_SCHEDULES).nullable(),
    /** Stops payouts; null lets them go on. */
    stopped_reason: paragraph(500).nullable(),
    /** Lets the shop's orders not be paid for at the door. */
    is_cash_stopped: z.boolean(),
    /** In these currencies gateways pay the shop by themselves while so much is deposited; in none when there is none. */
    split_deposits: z
      .array(
        z.strictObject({ currency_code: currencyCode, amount: z.string().regex(/^\d{1,12}(\.\d{1,4})?$/) })
      )
      .max(20)
      .transform((all, context) => depositsOf(all, context)),
  })
  .partial()

export type AdminSetPayoutTermsType = z.infer<typeof AdminSetPayoutTerms>

const amountInMajorUnits = z.string().regex(/^\d{1,12}(\.\d{1,4})?$/)

export const AdminMoveDeposit = z.strictObject({
  move: z.enum(DEPOSIT_MOVES),
  currency_code: currencyCode,
  amount: amountInMajorUnits,
  /** The bank's, or that of the decision; the same one is booked once. */
  reference: z.string().regex(/^[\w./-]{1,64}$/),
})

export type AdminMoveDepositType = z.infer<typeof AdminMoveDeposit>

export const AdminGetWriteOffsParams = z.strictObject({
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 10_000).default(0),
})

export type AdminGetWriteOffsParamsType = z.infer<typeof AdminGetWriteOffsParams>

/** All that the shop owes in the currency. */
export const AdminRequestWriteOff = z.strictObject({
  vendor_id: recordId,
  currency_code: z
    .string()
    .regex(/^[a-z]{3}$/i)
    .transform((code) => code.toLowerCase()),
  reason: paragraph(500),
})

export type AdminRequestWriteOffType = z.infer<typeof AdminRequestWriteOff>

export const AdminGetPayoutHoldsParams = z.strictObject({
  state: oneOrMany(z.enum(MATCH_HOLD_STATES)).optional(),
  vendor_id: recordId.optional(),
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 10_000).default(0),
})

export type AdminGetPayoutHoldsParamsType = z.infer<typeof AdminGetPayoutHoldsParams>

/** For the audit log; the vendor does not read it. */
export const AdminDecidePayoutHold = z.strictObject({ reason: paragraph(500) })

export type AdminDecidePayoutHoldType = z.infer<typeof AdminDecidePayoutHold>
