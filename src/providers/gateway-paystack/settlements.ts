import type { z } from "@medusajs/framework/zod"
import { GatewayReads } from "../../lib/gateway-reads"
import type {
  GatewayBalance,
  GatewaySettlement,
  GatewaySettlements,
  GatewayTopUp,
  ListedCharge,
  ListedRefund,
  SettledTransaction,
} from "../../lib/gateway-settlement"
import { exactly, feeFromSubunits } from "./amount"
import { LISTS, type PaystackClient } from "./client"
import {
  BalanceLedger,
  Balances,
  Charges,
  Refunds,
  type Settlement,
  Settlements,
  sharesOf,
} from "./settlement-schemas"

/** What Paystack calls the cause of a movement that people have made. */
const TOP_UP = /^(top.?up|deposit|fund(ing)?)$/i

/** What Paystack pays out and holds. */
export class PaystackSettlements implements GatewaySettlements {
  private readonly reads: GatewayReads

  constructor(client: PaystackClient) {
    this.reads = new GatewayReads(client, LISTS)
  }

  /** The list knows no beginning, and the last comes first: read until it is older. */
  async list(since: Date): Promise<GatewaySettlement[]> {
    const rows = await this.reads.pages("/settlement", Settlements, (row) => row.settlement_date < since)

    // What is paid to subaccounts is listed here as well, and none of the platform's money.
    return rows.filter(({ subaccount }) => !subaccount).map(toSettlement)
  }

  async transactionsOf(id: string): Promise<SettledTransaction[]> {
    const rows = await this.reads.pages(`/settlement/${encodeURIComponent(id)}/transactions`, Charges)

    return rows.map((row) => ({
      reference: row.reference,
      gateway_id: row.id,
      amount_minor: minor(row.amount, row.currency),
      ...broughtBy(row),
    }))
  }

  async balances(): Promise<GatewayBalance[]> {
    const rows = await this.reads.read("/balance", Balances)

    return rows.map(({ currency, balance }) => ({
      currency_code: currency.toLowerCase(),
      balance_minor: minor(balance, currency),
    }))
  }

  async topUps(since: Date): Promise<GatewayTopUp[]> {
    const rows = await this.reads.pages(`/balance/ledger?from=${since.toISOString()}`, BalanceLedger)

    return rows
      .filter(({ difference, model_responsible }) => difference > 0n && TOP_UP.test(model_responsible))
      .map((row) => ({
        gateway_top_up_id: row.id,
        currency_code: row.currency.toLowerCase(),
        amount_minor: minor(row.difference, row.currency),
        made_at: row.createdAt,
      }))
  }

  async charges(since: Date): Promise<ListedCharge[]> {
    return [...(await this.chargesOf("success", since)), ...(await this.chargesOf("reversed", since))]
  }

  private async chargesOf(wanted: "success" | "reversed", since: Date): Promise<ListedCharge[]> {
    const rows = await this.reads.pages(`/transaction?status=${wanted}&from=${since.toISOString()}`, Charges)

    return rows
      .filter(({ status }) => status === wanted)
      .map((row) => ({
        reference: row.reference,
        gateway_id: row.id,
        amount_minor: minor(row.amount, row.currency),
        currency_code: row.currency.toLowerCase(),
        paid_at: row.paid_at ?? since,
        ...(wanted === "reversed" ? { is_reversed: true } : {}),
      }))
  }

  async refunds(since: Date): Promise<ListedRefund[]> {
    const rows = await this.reads.pages(`/refund?from=${since.toISOString()}`, Refunds)

    return rows
      .filter(({ status }) => status !== "failed")
      .map((row) => ({
        gateway_refund_id: row.id,
        reference: row.transaction_reference ?? null,
        amount_minor: row.currency ? minor(row.amount, row.currency) : null,
        currency_code: row.currency?.toLowerCase() ?? null,
      }))
  }
}

/** What a payment has brought to the platform, and what to others; a split that is not understood is not told. */
function broughtBy(
  row: z.infer<typeof Charges>[number]
): Pick<SettledTransaction, "net_minor" | "split_minor"> {
  const shared = minor(
    sharesOf(row).reduce((sum, { amount }) => sum + amount, 0n),
    row.currency
  )
  const net_minor =
    minor(row.amount, row.currency) - feeFromSubunits(row.fees ?? 0n, row.currency.toLowerCase())

  return { net_minor: net_minor - shared, ...(row.split ? { split_minor: shared } : {}) }
}

function toSettlement(row: Settlement): GatewaySettlement {
  return {
    gateway_settlement_id: row.id,
    currency_code: row.currency.toLowerCase(),
    gross_minor: minor(row.total_processed, row.currency),
    fee_minor: minor(row.total_fees ?? 0n, row.currency),
    duty_minor: null,
    deductions_minor: minor(row.deductions ?? 0n, row.currency),
    net_minor: minor(row.effective_amount, row.currency),
    goes_to: row.destination === "balance" ? "balance" : "bank",
    is_final: row.status === "success",
    settled_at: row.settlement_date,
  }
}

const minor = (subunits: bigint, currency: string) => exactly(subunits, currency.toLowerCase())
