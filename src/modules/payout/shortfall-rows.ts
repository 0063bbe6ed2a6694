import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import type { Shortfall } from "./types"

type ShortfallRow = Omit<Shortfall, "short_minor"> & { short_minor: string }

const COLUMNS = "rail, currency_code, since, short_minor::text as short_minor, waiting_count"

/** Keeps what a rail lacks, from the first run that found it; forgets it once it lacks nothing. Null then. */
export async function saveShortfall(
  context: Context,
  { rail, currency_code, short_minor, waiting_count }: Omit<Shortfall, "since">,
  now: Date
): Promise<Shortfall | null> {
  if (short_minor <= 0n) {
    await queryRows(context, `delete from payout_shortfall where rail = ? and currency_code = ?`, [
      rail,
      currency_code,
    ])

    return null
  }
  const [row] = await queryRows<ShortfallRow>(
    context,
    `insert into payout_shortfall (rail, currency_code, since, short_minor, waiting_count) values (?, ?, ?, ?, ?)
     on conflict (rail, currency_code) do update set short_minor = excluded.short_minor,
       waiting_count = excluded.waiting_count, updated_at = now()
     returning ${COLUMNS}`,
    [rail, currency_code, now, String(short_minor), waiting_count]
  )

  return row ? toShortfall(row) : null
}

export async function listShortfalls(context: Context): Promise<Shortfall[]> {
  const rows = await queryRows<ShortfallRow>(
    context,
    `select ${COLUMNS} from payout_shortfall order by rail, currency_code`
  )

  return rows.map(toShortfall)
}

const toShortfall = (row: ShortfallRow): Shortfall => ({
  ...row,
  since: new Date(row.since),
  short_minor: BigInt(row.short_minor),
})
