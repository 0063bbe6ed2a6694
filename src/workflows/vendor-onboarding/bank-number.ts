import { generateEntityId } from "@medusajs/framework/utils"
import { ErrorCode, invalidData } from "../../lib/errors"
import type { CipherPlace } from "../../lib/key-ring"
import type { AccountKind } from "../../lib/mobile-money"
import { ownKeyRing } from "../../lib/own-key-ring"
import { accountNumberProblem, bankNameOf, storedNumberOf } from "../../modules/vendor/domain/bank-account"
import type { NewBankAccount } from "../../modules/vendor/types"

export type BankAccountBody = {
  /** A bank account unless it is said. */
  kind?: AccountKind
  bank_code: string
  account_number: string
  account_name: string
  currency_code: string
}

const placeOf = (id: string): CipherPlace => ({
  table: "vendor_bank_account",
  column: "account_number_ciphertext",
  row_id: id,
})

/**
 * A checked account as it may be handed on. The number ends here: an engine that keeps the input of its workflows
 * would keep it too.
 */
export function sealBankAccount(body: BankAccountBody, createdBy: string): NewBankAccount {
  const problem = accountNumberProblem(body)
  if (problem) {
    throw invalidData(ErrorCode.BANK_ACCOUNT_INVALID, problem)
  }
  const { account_number: _, kind = "bank", ...account } = body
  const account_number = storedNumberOf(body)
  const id = generateEntityId(undefined, "vbank")

  return {
    id,
    kind,
    ...account,
    bank_name: bankNameOf(body),
    account_last4: account_number.slice(-4),
    account_number_ciphertext: ownKeyRing().seal(account_number, placeOf(id)),
    created_by: createdBy,
  }
}

/** The number of a stored account, for whoever pays to it. It never goes into an answer, an event or a log. */
export const openBankNumber = (account: Pick<NewBankAccount, "id" | "account_number_ciphertext">): string =>
  ownKeyRing().open(account.account_number_ciphertext, placeOf(account.id))

type Comparable = Omit<NewBankAccount, "bank_name" | "account_last4" | "created_by">

/** Whether two accounts are one and the same, so that a repeated request starts no new cool-off. */
export const isSameAccount = (one: Comparable, other: Comparable): boolean =>
  one.kind === other.kind &&
  one.bank_code === other.bank_code &&
  one.currency_code === other.currency_code &&
  one.account_name === other.account_name &&
  openBankNumber(one) === openBankNumber(other)
