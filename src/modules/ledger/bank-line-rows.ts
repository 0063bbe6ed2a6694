import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import type { BankLine } from "./domain/bank-line"

// Raw SQL for ON CONFLICT, which the generated methods lack.

/** Takes a line of the bank's statement for ever; what it is booked as already, or null for one that is taken now. */
export async function claimLine(context: Context, line: BankLine): Promise<BankLine | null> {
  const inserted = await queryRows(
    context,
    `insert into bank_line (reference, booked_as, record_id, entry_key) values (lower(btrim(?)), ?, ?, ?)
     on conflict (reference) do nothing returning reference`,
    [line.reference, line.booked_as, line.record_id, line.entry_key]
  )
  if (inserted.length) {
    return null
  }
  const booked = await findLine(context, line.reference)
  if (!booked) {
    throw new RangeError(`Line ${line.reference} can neither be taken nor found`)
  }

  return booked
}

export async function findLine(context: Context, reference: string): Promise<BankLine | null> {
  const [row] = await queryRows<BankLine>(
    context,
    `select reference, booked_as, record_id, entry_key from bank_line where reference = lower(btrim(?))`,
    [reference]
  )

  return row ?? null
}
