import { z } from "@medusajs/framework/zod"
import type { OpenTransactionInput } from "../../lib/gateway"
import { GatewayReads } from "../../lib/gateway-reads"
import type { GatewaySplits, PaidShare, SubaccountInput } from "../../lib/gateway-split"
import { exactly, toSubunits } from "./amount"
import { LISTS, type PaystackClient } from "./client"
import { Charges, type Settlement, Settlements, sharesOf } from "./settlement-schemas"

/** In which Paystack pays subaccounts. */
const CURRENCIES = ["ngn", "ghs", "zar"]

const Subaccount = z.object({ subaccount_code: z.string().min(1), description: z.string().nullish() })

/** Paystack pays vendors by flat shares of a payment; its fee is the platform's. */
export class PaystackSplits implements GatewaySplits {
  private readonly reads: GatewayReads

  constructor(private readonly client: PaystackClient) {
    this.reads = new GatewayReads(client, LISTS)
  }

  takes(currencyCode: string): boolean {
    return CURRENCIES.includes(currencyCode)
  }

  async create(subaccount: SubaccountInput): Promise<string> {
    // What the platform takes of a payment that names no shares: all of it, since every split of ours names them.
    const body = { ...detailsOf(subaccount), percentage_charge: 100 }

    return (await this.client.post("/subaccount", body, Subaccount)).subaccount_code
  }

  async update(code: string, subaccount: SubaccountInput): Promise<void> {
    await this.client.put(`/subaccount/${encodeURIComponent(code)}`, detailsOf(subaccount), z.unknown())
  }

  async find(key: string): Promise<string | null> {
    const rows = await this.reads.pages("/subaccount", z.array(Subaccount))

    return rows.find(({ description }) => description === noteOf(key))?.subaccount_code ?? null
  }

  async paidShares(codes: string[], since: Date): Promise<PaidShare[]> {
    const settlements = await this.reads.pages(
      "/settlement",
      Settlements,
      (row) => row.settlement_date < since
    )
    const paid: PaidShare[] = []
    for (const settlement of settlements) {
      const code = settlement.subaccount?.subaccount_code
      if (code && codes.includes(code) && settlement.status === "success") {
        paid.push(...(await this.paidBy(settlement, code)))
      }
    }

    return paid
  }

  private async paidBy({ id }: Settlement, code: string): Promise<PaidShare[]> {
    const rows = await this.reads.pages(`/settlement/${encodeURIComponent(id)}/transactions`, Charges)

    return rows.flatMap((row) =>
      sharesOf(row)
        .filter(({ subaccount_code }) => subaccount_code === code)
        .map(({ amount }) => ({
          subaccount_code: code,
          gateway_id: row.id,
          amount_minor: exactly(amount, row.currency.toLowerCase()),
        }))
    )
  }
}

const noteOf = (key: string) => `merkato:${key}`

const detailsOf = ({ key, business_name, email, bank_code, account_number }: SubaccountInput) => ({
  business_name,
  settlement_bank: bank_code,
  account_number,
  description: noteOf(key),
  primary_contact_email: email,
})

/** The split of one payment, made for it alone; undefined for a payment without shares. */
export function splitOf({ split, reference, currency_code }: OpenTransactionInput) {
  return split?.length
    ? {
        name: reference,
        type: "flat",
        bearer_type: "account",
        currency: currency_code.toUpperCase(),
        subaccounts: split.map(({ subaccount_code, share_minor }) => ({
          subaccount: subaccount_code,
          share: toSubunits(share_minor, currency_code),
        })),
      }
    : undefined
}
