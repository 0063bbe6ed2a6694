import { z } from "zod"
import type { Body } from "../../../lib/api/client"
import type { Texts } from "../../../lib/text"
import type { Promotion } from "./promotion"

const AMOUNT = /^(?=.*[1-9])\d{1,12}(\.\d{1,4})?$/
const TIMES = /^[1-9]\d{0,8}$/
const CODE = /^[A-Za-z0-9][A-Za-z0-9_-]{2,39}$/

/** What is typed; the terms that a promotion keeps for ever are asked for once. */
export const valuesOf = ({ t }: Texts, is_new: boolean) => {
  const amount = z.string().trim().regex(AMOUNT, t("promotions.amount_wrong"))

  return z
    .object({
      name: z.string().trim().min(1, t("promotions.missing")).max(120),
      is_automatic: z.boolean(),
      code: z.string().trim(),
      target: z.enum(["items", "delivery"]),
      kind: z.enum(["percentage", "fixed"]),
      value: amount,
      currency_code: z.string(),
      minimum_subtotal: amount.or(z.literal("")),
      budget: amount.or(z.literal("")),
      usage_limit: z.string().trim().regex(TIMES, t("promotions.whole_number")).or(z.literal("")),
      starts_at: z.string(),
      ends_at: z.string(),
      products: z.array(z.object({ id: z.string(), label: z.string() })),
      is_started: z.boolean(),
    })
    .refine(({ is_automatic, code }) => !is_new || is_automatic || CODE.test(code), {
      path: ["code"],
      message: t("promotions.code_wrong"),
    })
    .refine(({ currency_code, ...terms }) => currency_code || !needsCurrency(terms), {
      path: ["currency_code"],
      message: t("promotions.currency_missing"),
    })
    .refine(({ starts_at, ends_at }) => !starts_at || !ends_at || starts_at < ends_at, {
      path: ["ends_at"],
      message: t("promotions.ends_wrong"),
    })
}

export type Values = z.infer<ReturnType<typeof valuesOf>>

type NeedingCurrency = { kind: "percentage" | "fixed"; minimum_subtotal: string; budget: string }

const needsCurrency = ({ kind, minimum_subtotal, budget }: NeedingCurrency): boolean =>
  kind === "fixed" || Boolean(minimum_subtotal) || Boolean(budget)

export const startValues = (promotion: Promotion | null, currency_code: string): Values => ({
  name: promotion?.name ?? "",
  is_automatic: promotion?.is_automatic ?? false,
  code: promotion?.code ?? "",
  target: promotion?.target === "delivery" ? "delivery" : "items",
  kind: promotion?.kind ?? "percentage",
  value: promotion?.value ?? "",
  currency_code: promotion ? (promotion.currency_code ?? "") : currency_code,
  minimum_subtotal: promotion?.minimum_subtotal ?? "",
  budget: promotion?.budget ?? "",
  usage_limit: promotion?.usage_limit ? String(promotion.usage_limit) : "",
  starts_at: localOf(promotion?.starts_at),
  ends_at: localOf(promotion?.ends_at),
  products: (promotion?.product_ids ?? []).map((id) => ({ id, label: id })),
  is_started: true,
})

/** What can be changed later as well. */
const changeable = (values: Values): Body<"POST /vendor/promotions/:id"> => ({
  name: values.name,
  value: values.value,
  product_ids: values.target === "items" ? values.products.map(({ id }) => id) : [],
  minimum_subtotal: values.minimum_subtotal || null,
  usage_limit: values.usage_limit ? Number(values.usage_limit) : null,
  budget: values.budget || null,
  starts_at: instantOf(values.starts_at),
  ends_at: instantOf(values.ends_at),
})

export const changeOf = (
  values: Values,
  { currency_code }: Promotion
): Body<"POST /vendor/promotions/:id"> => {
  const { minimum_subtotal, budget, ...others } = changeable(values)

  return { ...others, ...(currency_code && { minimum_subtotal, budget }) }
}

export const creationOf = (values: Values): Body<"POST /vendor/promotions"> => ({
  ...changeable(values),
  name: values.name,
  value: values.value,
  target: values.target,
  kind: values.kind,
  is_automatic: values.is_automatic,
  ...(!values.is_automatic && { code: values.code }),
  ...(needsCurrency(values) && { currency_code: values.currency_code }),
  status: values.is_started ? "active" : "draft",
})

const instantOf = (local: string): string | null => (local ? new Date(local).toISOString() : null)

const MINUTE_MS = 60_000

/** A moment as a field of date and time shows it: in the reader's own time, without a zone. */
function localOf(instant: string | null | undefined): string {
  if (!instant) {
    return ""
  }
  const moment = new Date(instant)

  return new Date(moment.getTime() - moment.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 16)
}
