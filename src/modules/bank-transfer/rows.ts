import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import type { AskBankRefundInput } from "../../lib/bank-desk"
import { queryRows } from "../../lib/sql"
import type {
  BankRefundRecord,
  BankTransferRecord,
  MarkRefundInput,
  Page,
  RecordTransferInput,
  TransferFilters,
} from "./types"

// Raw SQL because each change is conditional on the row's own state.

type Stored<Row, Dates extends keyof Row> = Omit<Row, "amount_minor" | Dates> & {
  amount_minor: string
} & Record<Dates, Date | string>
type TransferRow = Stored<BankTransferRecord, "received_at" | "created_at">
type RefundRow = Stored<Omit<BankRefundRecord, "marked_at">, "created_at"> & {
  marked_at: Date | string | null
}

const TRANSFER = `id, bank_reference, reference, narration, amount_minor::text as amount_minor, currency_code, received_at,
  recorded_by, created_at`
const REFUND = `id, key, reference, amount_minor::text as amount_minor, currency_code, state, note, marked_by, marked_at,
  created_at`

const toTransfer = (row: TransferRow): BankTransferRecord => ({
  ...row,
  amount_minor: BigInt(row.amount_minor),
  received_at: new Date(row.received_at),
  created_at: new Date(row.created_at),
})

const toRefund = (row: RefundRow): BankRefundRecord => ({
  ...row,
  amount_minor: BigInt(row.amount_minor),
  marked_at: row.marked_at ? new Date(row.marked_at) : null,
  created_at: new Date(row.created_at),
})

/** Null when the bank's line is recorded already. */
export async function insertTransfer(
  context: Context,
  input: RecordTransferInput & { id: string }
): Promise<BankTransferRecord | null> {
  const [row] = await queryRows<TransferRow>(
    context,
    `insert into bank_transfer (id, bank_reference, reference, narration, amount_minor, currency_code, received_at, recorded_by)
     values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning ${TRANSFER}`,
    [
      input.id,
      input.bank_reference,
      input.reference,
      input.narration,
      String(input.amount_minor),
      input.currency_code,
      input.received_at,
      input.recorded_by,
    ]
  )

  return row ? toTransfer(row) : null
}

export async function findTransfer(
  context: Context,
  by: { id: string } | { bank_reference: string }
): Promise<BankTransferRecord | null> {
  const [condition, value] =
    "id" in by
      ? ["id = ?", by.id]
      : ["lower(btrim(bank_reference)) = lower(btrim(?)) order by created_at, id", by.bank_reference]
  const [row] = await queryRows<TransferRow>(
    context,
    `select ${TRANSFER} from bank_transfer where ${condition} limit 1`,
    [value]
  )

  return row ? toTransfer(row) : null
}

/** Null when it is for a payment already. */
export async function setReference(
  context: Context,
  { id, reference }: { id: string; reference: string }
): Promise<BankTransferRecord | null> {
  const [row] = await queryRows<TransferRow>(
    context,
    `update bank_transfer set reference = ?, updated_at = now() where id = ? and reference is null returning ${TRANSFER}`,
    [reference, id]
  )

  return row ? toTransfer(row) : null
}

/** By the order in which they were recorded, which no later record can change: the first is the payment. */
export async function transfersOf(context: Context, reference: string): Promise<BankTransferRecord[]> {
  const rows = await queryRows<TransferRow>(
    context,
    `select ${TRANSFER} from bank_transfer where reference = ? order by created_at, id`,
    [reference]
  )

  return rows.map(toTransfer)
}

export async function pageOfTransfers(
  context: Context,
  { is_matched, reference, currency_code }: TransferFilters,
  { take, skip }: Page
): Promise<{ transfers: BankTransferRecord[]; count: number }> {
  const where = `(?::boolean is null or (reference is not null) = ?) and (?::text is null or reference = ?)
    and (?::text is null or currency_code = ?)`
  const values = [is_matched, reference, currency_code].flatMap((value) => [value ?? null, value ?? null])
  const rows = await queryRows<TransferRow>(
    context,
    `select ${TRANSFER} from bank_transfer where ${where} order by created_at desc, id desc limit ? offset ?`,
    [...values, take, skip]
  )
  const [{ count } = { count: 0 }] = await queryRows<{ count: number }>(
    context,
    `select count(*)::int as count from bank_transfer where ${where}`,
    values
  )

  return { transfers: rows.map(toTransfer), count }
}

export async function insertRefund(context: Context, input: AskBankRefundInput): Promise<void> {
  await queryRows(
    context,
    `insert into bank_refund (id, key, reference, amount_minor, currency_code) values (?, ?, ?, ?, ?)
     on conflict do nothing`,
    [
      generateEntityId("", "bref"),
      input.key,
      input.reference,
      String(input.amount_minor),
      input.currency_code,
    ]
  )
}

export async function findRefund(
  context: Context,
  by: { id: string } | { key: string }
): Promise<BankRefundRecord | null> {
  const [column, value] = "id" in by ? ["id", by.id] : ["key", by.key]
  const [row] = await queryRows<RefundRow>(context, `select ${REFUND} from bank_refund where ${column} = ?`, [
    value,
  ])

  return row ? toRefund(row) : null
}

/** Null when somebody has said how it ended. */
export async function markRefund(
  context: Context,
  { id, to, note, by }: MarkRefundInput
): Promise<BankRefundRecord | null> {
  const [row] = await queryRows<RefundRow>(
    context,
    `update bank_refund set state = ?, note = ?, marked_by = ?, marked_at = now(), updated_at = now()
     where id = ? and state = 'waiting' returning ${REFUND}`,
    [to, note, by, id]
  )

  return row ? toRefund(row) : null
}

export async function pageOfRefunds(
  context: Context,
  state: string | undefined,
  { take, skip }: Page
): Promise<{ refunds: BankRefundRecord[]; count: number }> {
  const values = [state ?? null, state ?? null]
  const rows = await queryRows<RefundRow>(
    context,
    `select ${REFUND} from bank_refund where (?::text is null or state = ?)
     order by created_at desc, id desc limit ? offset ?`,
    [...values, take, skip]
  )
  const [{ count } = { count: 0 }] = await queryRows<{ count: number }>(
    context,
    `select count(*)::int as count from bank_refund where (?::text is null or state = ?)`,
    values
  )

  return { refunds: rows.map(toRefund), count }
}
