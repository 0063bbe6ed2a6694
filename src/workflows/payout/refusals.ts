import { because, ErrorCode, notAllowed, notFound } from "../../lib/errors"
import type { PayoutObstacle } from "../../modules/payout/domain/decide"

const SENTENCES: Record<PayoutObstacle, string> = {
  shop_not_paid: "This shop is not paid at the moment.",
  stopped: "Payouts to this shop are stopped for now. Ask the marketplace why.",
  nothing_available: "There is not so much that can be paid out.",
  under_review: "Money of this shop is under review. What is not can be paid out.",
  below_minimum: "This is less than the smallest payout in this currency.",
  bank_account_missing: "The shop has no bank account to be paid to.",
  bank_account_currency: "The shop's bank account is kept in another currency.",
  bank_account_unverified:
    "The name of the shop's account has not been confirmed. Check it, and send it again.",
  bank_account_cool_off: "The bank account was changed a short while ago, and nothing is paid to it yet.",
  no_rail: "The marketplace cannot pay in this currency yet.",
  not_scheduled: "This shop is paid when it asks for it.",
}

/** Why a shop is not paid, as it reads it. */
export const obstacleSentence = (obstacle: PayoutObstacle): string => SENTENCES[obstacle]

export const payoutRefused = (obstacle: PayoutObstacle) =>
  because(notAllowed(ErrorCode.PAYOUT_REFUSED, SENTENCES[obstacle]), obstacle)

export const payoutNotFound = (id: string) =>
  notFound(ErrorCode.PAYOUT_NOT_FOUND, `Payout ${id} was not found.`)

/** Of a file that is new, and of one that was taken before. */
export const bankFileRefused = (currency_code: string, batch: string | undefined) =>
  batch === undefined
    ? notAllowed(
        ErrorCode.BANK_FILE_EMPTY,
        `No payout in ${currency_code.toUpperCase()} can be paid by bank now.`
      )
    : notFound(
        ErrorCode.BANK_FILE_NOT_FOUND,
        `There is no bank file ${batch} in ${currency_code.toUpperCase()} of which anything is still to be paid.`
      )
