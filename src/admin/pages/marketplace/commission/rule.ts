import { z } from "zod"
import type { Answer, Body } from "../../../lib/api/client"
import { bpsOf, percentOf, percentValue } from "../../../lib/percent"
import type { Texts } from "../../../lib/text"

export type Rule = Answer<"GET /admin/commission-rules">["commission_rules"][number]

export const CHANGES = ["/admin/commission-rules", "/admin/vendors"] as const

export const CONDITIONS = ["vendor_id", "product_id", "category_id", "collection_id", "plan"] as const

/** Shops have no plans yet: a rule for one would hold for nobody, and the server takes none. */
export const OFFERED = CONDITIONS.filter((name) => name !== "plan")

type Condition = (typeof CONDITIONS)[number]

const amount = (text: string) =>
  z
    .string()
    .trim()
    .regex(/^(\d{1,13}(\.\d{1,4})?)?$/, text)

export const ruleValues = ({ t }: Pick<Texts, "t">) =>
  z.object({
    name: z
      .string()
      .trim()
      .min(1, t("forms.too_short", { count: 1 }))
      .max(200),
    priority: z
      .string()
      .trim()
      .regex(/^-?\d{1,6}$/, t("forms.whole_number")),
    rate: percentValue({ t }),
    applies_to: z.enum(["items", "shipping", "all"]),
    counted_by: z.enum(["item", "order"]),
    conditions: z.object(
      Object.fromEntries(CONDITIONS.map((name) => [name, z.string().trim().max(100)])) as Record<
        Condition,
        z.ZodString
      >
    ),
    amounts: z.array(
      z.object({
        currency_code: z
          .string()
          .trim()
          .regex(/^[a-z]{3}$/i, t("inputs.currency_code")),
        fixed: amount(t("forms.amount")),
        floor: amount(t("forms.amount")),
        cap: amount(t("forms.amount")),
      })
    ),
    starts_at: z.string(),
    ends_at: z.string(),
  })

export type RuleValues = z.infer<ReturnType<typeof ruleValues>>

export const NEW_RULE: RuleValues = {
  name: "",
  priority: "0",
  rate: "10",
  applies_to: "items",
  counted_by: "order",
  conditions: { vendor_id: "", product_id: "", category_id: "", collection_id: "", plan: "" },
  amounts: [],
  starts_at: "",
  ends_at: "",
}

export const valuesOf = (rule: Rule): RuleValues => ({
  name: rule.name,
  priority: String(rule.priority),
  rate: percentOf(rule.rate_bps),
  applies_to: rule.applies_to,
  counted_by: rule.counted_by,
  conditions: { ...NEW_RULE.conditions, ...rule.conditions },
  amounts: rule.amounts.map(({ currency_code, fixed, floor, cap }) => ({
    currency_code,
    fixed: fixed ?? "",
    floor: floor ?? "",
    cap: cap ?? "",
  })),
  starts_at: localOf(rule.starts_at),
  ends_at: localOf(rule.ends_at),
})

/** As the routes take it: what is empty is left out. */
export const bodyOf = (values: RuleValues): Body<"POST /admin/commission-rules"> => ({
  name: values.name,
  priority: Number(values.priority),
  rate_bps: bpsOf(values.rate),
  applies_to: values.applies_to,
  counted_by: values.counted_by,
  conditions: filled(values.conditions),
  amounts: values.amounts.map(({ currency_code, ...amounts }) => ({
    currency_code: currency_code.toLowerCase(),
    ...filled(amounts),
  })),
  starts_at: momentOf(values.starts_at),
  ends_at: momentOf(values.ends_at),
})

const filled = <Name extends string>(texts: Record<Name, string>): Partial<Record<Name, string>> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text)) as Partial<Record<Name, string>>

const pad = (value: number) => String(value).padStart(2, "0")

/** A moment as the browser's own field for it reads it, by the clock of whoever looks. */
function localOf(moment: string | null): string {
  if (!moment) {
    return ""
  }
  const at = new Date(moment)

  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}T${pad(at.getHours())}:${pad(at.getMinutes())}`
}

const momentOf = (local: string) => (local ? new Date(local).toISOString() : null)

/** A rule in words. */
export function explain({ rate_bps, applies_to, counted_by, amounts }: Rule, { t, format }: Texts): string {
  const share = t("commission.of", {
    rate: format.percent(rate_bps),
    what: t(`commission.applies_names.${applies_to}`),
  })
  const extras = amounts
    .flatMap(({ currency_code, fixed, floor, cap }) => [
      fixed && t("commission.plus", { amount: format.money(fixed, currency_code) }),
      floor && t("commission.at_least", { amount: format.money(floor, currency_code) }),
      cap && t("commission.at_most", { amount: format.money(cap, currency_code) }),
    ])
    .filter(Boolean)

  return [share, ...extras, ...(extras.length ? [t(`commission.counted_names.${counted_by}`)] : [])].join(
    ", "
  )
}
