import { z } from "@medusajs/framework/zod"
import { pageOf, recordId, searchText } from "../../../lib/list-params"
import { decimalDigits, toMinorUnits } from "../../../lib/money"
import { paragraph } from "../../../lib/shop-profile"
import {
  type Amounts,
  APPLIES_TO,
  COUNTED_BY,
  type CommissionTerms,
} from "../../../modules/commission/domain/rule"
import { RULE_ORDERS } from "../../../modules/commission/types"

const Conditions = z.strictObject({
  product_id: recordId.optional(),
  vendor_id: recordId.optional(),
  collection_id: recordId.optional(),
  category_id: recordId.optional(),
  plan: recordId.optional(),
})

/** In major units, as `"49.50"` or `50`. */
const amount = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,13}(\.\d{1,4})?$/, "must be an amount"))

const CurrencyAmounts = z
  .strictObject({
    currency_code: z
      .string()
      .regex(/^[a-z]{3}$/i, "must be a currency")
      .transform((code) => code.toLowerCase()),
    fixed: amount.optional(),
    floor: amount.optional(),
    cap: amount.optional(),
  })
  .refine(
    ({ currency_code, ...amounts }) =>
      Object.values(amounts).every((value) => isPayable(value, currency_code)),
    "has more decimals than its currency"
  )

const isPayable = (value: string | undefined, currencyCode: string) =>
  (value?.split(".")[1] ?? "").replace(/0+$/, "").length <= decimalDigits(currencyCode)

type CurrencyAmounts = z.infer<typeof CurrencyAmounts>

const AllAmounts = z
  .array(CurrencyAmounts)
  .max(200)
  .refine((all) => new Set(all.map((it) => it.currency_code)).size === all.length, "names a currency twice")
  .transform((all) => Object.fromEntries(all.map((it) => [it.currency_code, inMinorUnits(it)])))

function inMinorUnits({ currency_code, fixed, floor, cap }: CurrencyAmounts): Amounts {
  const minor = (value: string | undefined) =>
    value === undefined ? undefined : String(toMinorUnits(value, currency_code))
  const all = { fixed_minor: minor(fixed), floor_minor: minor(floor), cap_minor: minor(cap) }

  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

const terms = {
  name: z.string().trim().min(1).max(100),
  priority: z.number().int().min(-1000).max(1000),
  conditions: Conditions,
  applies_to: z.enum(APPLIES_TO),
  rate_bps: z.number().int().min(0).max(10_000),
  counted_by: z.enum(COUNTED_BY),
  amounts: AllAmounts,
  starts_at: moment.nullable(),
  ends_at: moment.nullable(),
}

/** Nothing is left to a default that would make a rule hold for more than was meant: conditions have to be named. */
export const AdminCreateCommissionRule = z.strictObject({
  ...terms,
  priority: terms.priority.default(0),
  applies_to: terms.applies_to.default("items"),
  counted_by: terms.counted_by.default("order"),
  amounts: AllAmounts.default({}),
  starts_at: terms.starts_at.default(null),
  ends_at: terms.ends_at.default(null),
}) satisfies z.ZodType<CommissionTerms>

export type AdminCreateCommissionRuleType = z.infer<typeof AdminCreateCommissionRule>

export const AdminUpdateCommissionRule = z
  .strictObject(terms)
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, "names nothing to change")

export type AdminUpdateCommissionRuleType = z.infer<typeof AdminUpdateCommissionRule>

export const AdminEndCommissionRule = z.strictObject({ reason: paragraph(1000).optional() })

export type AdminEndCommissionRuleType = z.infer<typeof AdminEndCommissionRule>

export const AdminGetCommissionRulesParams = z.strictObject({
  ...Conditions.shape,
  status: z.enum(["in_force", "ended"]).optional(),
  q: searchText.optional(),
  ...pageOf(RULE_ORDERS, "-priority"),
})

export type AdminGetCommissionRulesParamsType = z.infer<typeof AdminGetCommissionRulesParams>
