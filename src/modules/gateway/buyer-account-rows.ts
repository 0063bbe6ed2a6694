import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import type { BuyerAccount } from "./types"

/** The accounts that were ever named for refunds of what was paid under the addresses. Raw SQL for its joins. */
export async function accountsOfBuyers(context: Context, emails: string[]): Promise<BuyerAccount[]> {
  const asked = [...new Set(emails.map((email) => email.toLowerCase()))]
  if (!asked.length) {
    return []
  }

  return queryRows<BuyerAccount>(
    context,
    `select distinct lower(t.email) as email, a.id, a.bank_code, a.account_number_ciphertext
     from gateway_refund_account a
     join gateway_refund r on r.id = a.refund_id
     join gateway_transaction t on t.id = r.transaction_id
     where lower(t.email) in (${asked.map(() => "?").join(", ")})`,
    asked
  )
}
