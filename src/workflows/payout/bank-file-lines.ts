import type { MedusaContainer } from "@medusajs/framework/types"
import { toMajorUnits } from "../../lib/money"
import { PAYOUT_MODULE } from "../../modules/payout"
import { sentOf } from "../../modules/payout/domain/fee"
import type PayoutModuleService from "../../modules/payout/service"
import { destinationOf } from "./destination"

const CHUNK = 100

export type BankFileLine = {
  reference: string
  /** In major units, as a decimal. */
  amount: string
  currency_code: string
  bank_code: string
  account_number: string
  account_name: string
}

/** The lines of a bank's file, in pieces. Made for the file alone: the numbers of accounts are in it. */
export async function* readBankFile(
  container: MedusaContainer,
  file: { batch: string; currency_code: string }
): AsyncGenerator<BankFileLine[]> {
  const payouts = await container
    .resolve<PayoutModuleService>(PAYOUT_MODULE)
    .takeBatch({ ...file, fill_with: [] })
  for (let start = 0; start < payouts.length; start += CHUNK) {
    yield await Promise.all(
      payouts.slice(start, start + CHUNK).map(async (payout) => {
        const { bank_code, account_number, account_name } = await destinationOf(container, payout)

        return {
          reference: payout.reference,
          amount: toMajorUnits(sentOf(payout), payout.currency_code),
          currency_code: payout.currency_code,
          bank_code,
          account_number,
          account_name,
        }
      })
    )
  }
}
