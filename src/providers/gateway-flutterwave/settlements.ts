import { z } from "@medusajs/framework/zod"
import { GatewayReads } from "../../lib/gateway-reads"
import type {
  GatewayBalance,
  GatewaySettlement,
  GatewaySettlements,
  ListedCharge,
  ListedRefund,
  SettledTransaction,
} from "../../lib/gateway-settlement"
import { exactly, toCharge } from "./charge"
import { type FlutterwaveClient, LISTS } from "./client"
import { Refund, Transaction } from "./schemas"

const Decimal = z.string().regex(/^\d{1,20}(\.\d{1,30})?$/)
/** What may be below zero: more was taken back than was collected. */
const Signed = z.string().regex(/^-?\d{1,20}(\.\d{1,30})?$/)
const Text = z.string().max(300)
const Time = Text.transform((value) => new Date(value)).refine((date) => !Number.isNaN(date.getTime()))

/** Lists in which nothing is passed over: what is not understood must not look like what is not there. */
export const Settlement = z.object({
  id: Text,
  status: Text,
  currency: Text,
  destination: Text.nullish().catch(null),
  gross_amount: Decimal,
  app_fee: Decimal,
  merchant_fee: Decimal.nullish(),
  chargeback: Decimal.nullish(),
  refund: Decimal.nullish(),
  stampduty_charge: Decimal.nullish(),
  net_amount: Signed,
  created_at: Time,
})

export const SettledRows = z.object({
  transactions: z
    .array(
      z.object({
        id: Text.nullish(),
        tx_ref: Text,
        flw_ref: Text,
        charged_amount: Decimal,
        currency: Text,
        settlement_amount: Decimal,
        subaccount_settlement: Decimal.nullish().catch(null),
      })
    )
    .default([]),
})

const Balances = z.array(z.object({ currency: Text, available_balance: Signed }))

/** What Flutterwave pays out and holds. It does not list what was put on a balance. */
export class FlutterwaveSettlements implements GatewaySettlements {
  private readonly reads: GatewayReads

  constructor(client: FlutterwaveClient) {
    this.reads = new GatewayReads(client, LISTS)
  }

  async list(since: Date): Promise<GatewaySettlement[]> {
    const rows = await this.reads.pages(`/settlements?from=${dayOf(since)}`, z.array(Settlement))

    return rows.map(toSettlement)
  }

  async transactionsOf(id: string): Promise<SettledTransaction[]> {
    const { transactions } = await this.reads.read(`/settlements/${encodeURIComponent(id)}`, SettledRows)

    return transactions.map((row) => ({
      reference: row.tx_ref,
      gateway_id: row.id ?? row.flw_ref,
      amount_minor: exactly(row.charged_amount, row.currency),
      net_minor: exactly(row.settlement_amount, row.currency),
      ...(row.subaccount_settlement ? { split_minor: exactly(row.subaccount_settlement, row.currency) } : {}),
    }))
  }

  async balances(): Promise<GatewayBalance[]> {
    const rows = await this.reads.read("/balances", Balances)

    return rows.map(({ currency, available_balance }) => ({
      currency_code: currency.toLowerCase(),
      balance_minor: exactly(available_balance, currency),
    }))
  }

  async charges(since: Date): Promise<ListedCharge[]> {
    const rows = await this.reads.pages(
      `/transactions?status=successful&from=${dayOf(since)}`,
      z.array(Transaction)
    )

    return rows
      .filter(({ status }) => status === "successful")
      .map((row) => ({
        reference: row.tx_ref,
        gateway_id: row.id,
        amount_minor: toCharge(row).amount_minor,
        currency_code: row.currency.toLowerCase(),
        paid_at: row.created_at ?? since,
      }))
  }

  /** Their payment is named by its number alone, and their currency is the payment's. */
  async refunds(since: Date): Promise<ListedRefund[]> {
    const rows = await this.reads.pages(`/refunds?from=${dayOf(since)}`, z.array(Refund))

    return rows
      .filter(({ status }) => status !== "failed")
      .map((row) => ({
        gateway_refund_id: row.id,
        reference: null,
        amount_minor: null,
        currency_code: null,
      }))
  }
}

function toSettlement(row: z.infer<typeof Settlement>): GatewaySettlement {
  const minor = (amount: string | null | undefined) => exactly(amount ?? "0", row.currency)

  return {
    gateway_settlement_id: row.id,
    currency_code: row.currency.toLowerCase(),
    gross_minor: minor(row.gross_amount),
    fee_minor: minor(row.app_fee) + minor(row.merchant_fee),
    duty_minor: minor(row.stampduty_charge),
    deductions_minor: minor(row.refund) + minor(row.chargeback),
    net_minor: minor(row.net_amount),
    goes_to: /wallet|balance/i.test(row.destination ?? "") ? "balance" : "bank",
    is_final: /^(completed|successful)$/i.test(row.status),
    settled_at: row.created_at,
  }
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10)
