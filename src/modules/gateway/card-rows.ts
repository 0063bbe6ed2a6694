import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"

/** A card that hundreds have paid with is nobody's in particular. */
const MOST_EMAILS = 200

/**
 * Under which addresses the cards of each address were used besides, all in small letters. Raw SQL because it compares arrays.
 */
export async function sharedCards(context: Context, emails: string[]): Promise<Map<string, string[]>> {
  const asked = [...new Set(emails.map((email) => email.toLowerCase()))]
  if (!asked.length) {
    return new Map()
  }
  const rows = await queryRows<{ email: string; others: string[] }>(
    context,
    `select own.email, array(
       select distinct lower(t.email) from gateway_transaction t
       where t.card_keys && own.keys and lower(t.email) <> own.email limit ${MOST_EMAILS}) as others
     from (
       select lower(t.email) as email, array_agg(distinct k.key) as keys
       from gateway_transaction t cross join unnest(t.card_keys) as k (key)
       where t.card_keys is not null and lower(t.email) in (${asked.map(() => "?").join(", ")})
       group by lower(t.email)) as own`,
    asked
  )

  return new Map(rows.map(({ email, others }) => [email, others]))
}
