import { randomBytes } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import type { SettlementSchedule } from "./settlement-data"
import { ApiError } from "./state"
import type { SandboxSplit, SandboxSubaccount, SubaccountControl } from "./subaccount-data"

const bankNumber = z.string().regex(/^\d{10}$/)

const Details = z.object({
  business_name: z.string().min(1),
  settlement_bank: z.string().min(1),
  account_number: bankNumber,
  description: z.string().default(""),
  primary_contact_email: z.string().default(""),
})

const Create = Details.extend({ percentage_charge: z.number().min(0).max(100) })
const Update = Details.partial()

export const Split = z.object({
  name: z.string().min(1),
  type: z.literal("flat"),
  bearer_type: z.literal("account"),
  currency: z.enum(["NGN", "GHS", "ZAR", "USD"]),
  subaccounts: z.array(z.object({ subaccount: z.string(), share: z.number().int().positive() })).min(1),
})

type Around = { data: () => SandboxSubaccount[]; save: () => void; next_id: () => number }

/** Vendors to whom Paystack pays a share of a payment by itself. */
export class Subaccounts {
  constructor(private readonly around: Around) {}

  get list(): readonly SandboxSubaccount[] {
    return this.around.data()
  }

  create(body: unknown) {
    const subaccount: SandboxSubaccount = {
      id: this.around.next_id(),
      subaccount_code: `ACCT_${randomBytes(8).toString("hex")}`,
      settlement_schedule: "auto",
      created_at: new Date().toISOString(),
      ...Create.parse(body),
    }
    this.around.data().push(subaccount)
    this.around.save()

    return details(subaccount)
  }

  update(code: string, body: unknown) {
    const subaccount = this.find(code)
    Object.assign(subaccount, Update.parse(body))
    this.around.save()

    return details(subaccount)
  }

  rows = () => this.list.map(listed)

  setSchedule(code: string, schedule: SettlementSchedule): void {
    this.find(code).settlement_schedule = schedule
    this.around.save()
  }

  /** @throws ApiError as Paystack does for shares that the payment cannot bear, or of a subaccount that there is not */
  assertSplit({ subaccounts }: SandboxSplit, amount: number): void {
    const isKnown = subaccounts.every(({ subaccount }) => this.list.some(is(subaccount)))
    if (!isKnown || subaccounts.reduce((sum, { share }) => sum + share, 0) > amount) {
      throw new ApiError(400, "invalid_params", "Invalid Split transaction values")
    }
  }

  find(code: string): SandboxSubaccount {
    const subaccount = this.list.find(is(code))
    if (!subaccount) {
      throw new ApiError(404, "not_found", "Subaccount not found")
    }

    return subaccount
  }
}

const is = (code: string) => (subaccount: SandboxSubaccount) => subaccount.subaccount_code === code

const common = (subaccount: SandboxSubaccount) => ({
  id: subaccount.id,
  subaccount_code: subaccount.subaccount_code,
  business_name: subaccount.business_name,
  description: subaccount.description,
  primary_contact_name: "",
  primary_contact_email: subaccount.primary_contact_email,
  primary_contact_phone: "",
  metadata: "",
  percentage_charge: subaccount.percentage_charge,
  settlement_bank: subaccount.settlement_bank,
  account_number: subaccount.account_number,
  currency: "NGN",
  is_verified: false,
})

const listed = (subaccount: SandboxSubaccount) => ({ ...common(subaccount), bank_id: 1, active: 1 })

const details = (subaccount: SandboxSubaccount) => ({
  ...common(subaccount),
  account_name: null,
  bank: 1,
  integration: 100_001,
  domain: "test",
  product: "collection",
  managed_by_integration: 100_001,
  settlement_schedule: subaccount.settlement_schedule,
  active: true,
  migrate: false,
  createdAt: subaccount.created_at,
  updatedAt: subaccount.created_at,
})

export const subaccountControl = (
  subaccounts: () => Subaccounts,
  splitPayments: SubaccountControl["splitPayments"]
): SubaccountControl => ({
  subaccounts: () => subaccounts().list,
  scheduleSubaccount: (code, schedule) => subaccounts().setSchedule(code, schedule),
  splitPayments,
})
