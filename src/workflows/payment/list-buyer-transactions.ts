import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { type Amount, toMajorUnits, toMinorUnits } from "../../lib/money"
import { standingsByRefund } from "./refunds-of-buyer"

type Filters = {
  customer_id: string
  order_id?: string
  kind?: "payment" | "refund"
  created_at?: { $gte?: Date; $lt?: Date }
}
type Page = { take: number; skip: number; is_ascending: boolean }

type OrderMoney = {
  id: string
  amount: Amount
  currency_code: string
  created_at: Date
  reference: string | null
  reference_id: string | null
  order: { id: string; display_id: number }
}

/**
 * What a buyer has paid and got back, as Medusa's orders know it, and where a refund stands. Nothing else of the gateway's: how a
 * payment was made is shown with its order.
 */
export async function listBuyerTransactions(
  container: MedusaContainer,
  { customer_id, order_id, kind, created_at }: Filters,
  { take, skip, is_ascending }: Page
) {
  if (!customer_id) {
    // Medusa drops an undefined filter and would answer everybody's.
    throw new RangeError("a query of a buyer's transactions needs the buyer's id")
  }
  const direction = is_ascending ? "ASC" : "DESC"
  const { data, metadata } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order_transaction",
    fields: [
      "id",
      "amount",
      "currency_code",
      "created_at",
      "reference",
      "reference_id",
      "order.id",
      "order.display_id",
    ],
    filters: {
      order: { customer_id, ...(order_id ? { id: order_id } : {}) },
      ...(kind ? { amount: kind === "refund" ? { $lt: 0 } : { $gte: 0 } } : {}),
      ...(created_at ? { created_at } : {}),
    },
    pagination: { take, skip, order: { created_at: direction, id: direction } },
  })
  const rows = data as unknown as OrderMoney[]
  const refunds = rows.filter(({ reference }) => reference === "refund")
  const standings = await standingsByRefund(
    container,
    refunds.flatMap(({ reference_id }) => reference_id ?? [])
  )

  return {
    transactions: rows.map((row) => ({
      ...viewOf(row),
      /** Where a refund stands that a gateway of ours makes, and what the buyer has to do. */
      refund: standings.get(row.reference_id ?? "") ?? null,
    })),
    count: metadata?.count ?? 0,
    offset: skip,
    limit: take,
  }
}

const CHUNK = 100

/** All of them, the oldest first, in pieces. */
export async function* readBuyerTransactions(container: MedusaContainer, filters: Filters) {
  for (let skip = 0; ; skip += CHUNK) {
    const { transactions } = await listBuyerTransactions(container, filters, {
      take: CHUNK,
      skip,
      is_ascending: true,
    })
    if (transactions.length) {
      yield transactions
    }
    if (transactions.length < CHUNK) {
      return
    }
  }
}

function viewOf({ id, amount, currency_code, created_at, order }: OrderMoney) {
  const minor = toMinorUnits(MathBN.abs(amount), currency_code)

  return {
    id,
    kind: MathBN.lt(amount, 0) ? ("refund" as const) : ("payment" as const),
    amount: toMajorUnits(minor, currency_code),
    currency_code,
    order_id: order.id,
    order_number: order.display_id,
    created_at,
  }
}
