import { randomBytes } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import { ApiError } from "../state"

export type FlutterwaveSubaccount = {
  id: number
  subaccount_id: string
  business_name: string
  account_bank: string
  account_number: string
  meta: { meta_name: string; meta_value: string }[]
  /** When it is paid: with the merchant, or when it is asked for. */
  schedule: "auto" | "manual"
  created_at: string
}

const Details = z.object({
  account_bank: z.string().min(1),
  account_number: z.string().regex(/^\d{6,20}$/),
  business_name: z.string().min(1),
  business_email: z.email().optional(),
  meta: z.array(z.object({ meta_name: z.string(), meta_value: z.string() })).default([]),
})

const Create = Details.extend({
  country: z.string().length(2),
  split_type: z.enum(["percentage", "flat"]),
  split_value: z.number().positive(),
})

/** Vendors to whom Flutterwave pays a share of a payment by itself. */
export class FlutterwaveSubaccounts {
  list: FlutterwaveSubaccount[] = []
  private lastId = 7000

  clear(): void {
    this.list = []
  }

  /** No account is a subaccount twice. */
  create(body: unknown) {
    const { account_bank, account_number, business_name, meta } = Create.parse(body)
    if (
      this.list.some(
        (known) => known.account_bank === account_bank && known.account_number === account_number
      )
    ) {
      throw new ApiError(400, "exists", "A subaccount with the account number and bank already exists")
    }
    this.lastId += 1
    const subaccount: FlutterwaveSubaccount = {
      id: this.lastId,
      subaccount_id: `RS_${randomBytes(16).toString("hex").toUpperCase()}`,
      business_name,
      account_bank,
      account_number,
      meta,
      schedule: "auto",
      created_at: new Date().toISOString(),
    }
    this.list.push(subaccount)

    return listed(subaccount)
  }

  update(id: number, body: unknown) {
    const subaccount = this.list.find((known) => known.id === id)
    if (!subaccount) {
      throw new ApiError(404, "not_found", "Subaccount not found")
    }
    const { account_bank, account_number, business_name } = Details.partial().parse(body)
    Object.assign(subaccount, {
      account_bank: account_bank ?? subaccount.account_bank,
      account_number: account_number ?? subaccount.account_number,
      business_name: business_name ?? subaccount.business_name,
    })

    return listed(subaccount)
  }

  rows = () => this.list.map(listed)

  /** @throws ApiError for one that there is not */
  find(code: string): FlutterwaveSubaccount {
    const found = this.list.find(({ subaccount_id }) => subaccount_id === code)
    if (!found) {
      throw new ApiError(400, "invalid", "Invalid subaccount")
    }

    return found
  }
}

const listed = (subaccount: FlutterwaveSubaccount) => ({
  id: subaccount.id,
  account_number: subaccount.account_number,
  account_bank: subaccount.account_bank,
  business_name: subaccount.business_name,
  full_name: subaccount.business_name,
  created_at: subaccount.created_at,
  meta: subaccount.meta,
  account_id: 73_362,
  split_ratio: 1,
  split_type: "percentage",
  split_value: 1,
  subaccount_id: subaccount.subaccount_id,
  bank_name: "SANDBOX BANK",
  country: "NG",
})
