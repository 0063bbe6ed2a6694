import { z } from "@medusajs/framework/zod"
import { GatewayRefusedError, type OpenTransactionInput } from "../../lib/gateway"
import { GatewayReads } from "../../lib/gateway-reads"
import type { GatewaySplits, PaidShare, SubaccountInput } from "../../lib/gateway-split"
import { toMajorText } from "./amount"
import { exactly } from "./charge"
import { type FlutterwaveClient, LISTS } from "./client"
import { SettledRows, Settlement } from "./settlements"

/** Countries in whose currency Flutterwave pays subaccounts. */
const COUNTRIES: Record<string, string> = { ngn: "NG", ghs: "GH", kes: "KE", zar: "ZA" }

const Meta = z.object({ meta_name: z.string(), meta_value: z.string() })

const Subaccount = z.object({
  id: z.string(),
  subaccount_id: z.string().min(1),
  meta: z.array(Meta).nullish().catch(null),
})

const KEY = "merkato_key"

/** Flutterwave pays vendors by flat shares of a payment; its fee is the platform's. */
export class FlutterwaveSplits implements GatewaySplits {
  private readonly reads: GatewayReads

  constructor(private readonly client: FlutterwaveClient) {
    this.reads = new GatewayReads(client, LISTS)
  }

  takes(currencyCode: string): boolean {
    return currencyCode in COUNTRIES
  }

  async create(subaccount: SubaccountInput): Promise<string> {
    const body = {
      ...detailsOf(subaccount),
      country: COUNTRIES[subaccount.currency_code],
      // What the platform takes of a payment that names no shares: all of it, since every split of ours names them.
      split_type: "percentage",
      split_value: 1,
    }

    return (await this.client.post("/subaccounts", body, Subaccount)).subaccount_id
  }

  /** It is changed under its number, and paid under its name. */
  async update(code: string, subaccount: SubaccountInput): Promise<void> {
    const known = await this.one(({ subaccount_id }) => subaccount_id === code)
    if (!known) {
      throw new GatewayRefusedError(`Flutterwave has no subaccount ${code}.`, "not_found")
    }
    await this.client.put(`/subaccounts/${encodeURIComponent(known.id)}`, detailsOf(subaccount), z.unknown())
  }

  async find(key: string): Promise<string | null> {
    const found = await this.one(({ meta }) =>
      Boolean(meta?.some(({ meta_name, meta_value }) => meta_name === KEY && meta_value === key))
    )

    return found?.subaccount_id ?? null
  }

  async paidShares(codes: string[], since: Date): Promise<PaidShare[]> {
    const paid: PaidShare[] = []
    for (const code of new Set(codes)) {
      const query = new URLSearchParams({ subaccount_id: code, from: since.toISOString().slice(0, 10) })
      const settlements = await this.reads.pages(`/settlements?${query}`, z.array(Settlement))
      for (const { id } of settlements.filter(({ status }) => /^(completed|successful)$/i.test(status))) {
        const { transactions } = await this.reads.read(`/settlements/${encodeURIComponent(id)}`, SettledRows)
        paid.push(
          ...transactions.map((row) => ({
            subaccount_code: code,
            gateway_id: row.id ?? row.flw_ref,
            amount_minor: exactly(row.settlement_amount, row.currency),
          }))
        )
      }
    }

    return paid
  }

  private async one(isWanted: (row: z.infer<typeof Subaccount>) => boolean) {
    return (await this.reads.pages("/subaccounts", z.array(Subaccount))).find(isWanted)
  }
}

const detailsOf = ({ key, business_name, email, bank_code, account_number }: SubaccountInput) => ({
  account_bank: bank_code,
  account_number,
  business_name,
  business_email: email,
  meta: [{ meta_name: KEY, meta_value: key }],
})

/** The shares of one payment, each exactly what its vendor gets; undefined for a payment without. */
export function subaccountsOf({ split, currency_code }: OpenTransactionInput) {
  return split?.length
    ? split.map(({ subaccount_code, share_minor }) => ({
        id: subaccount_code,
        transaction_charge_type: "flat_subaccount",
        transaction_charge: toMajorText(share_minor, currency_code),
      }))
    : undefined
}
