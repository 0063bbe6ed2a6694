import { z } from "zod"
import type { Answer, Body } from "../../../../lib/api/client"
import type { TextKey, Texts } from "../../../../lib/text"
import { closingOf, type DayHours, dayOf, minutesOf, spanOf, USUAL_WEEK } from "./hours"

export type Settings = Answer<"GET /vendor/shops/:id">["shop"]["settings"]

type NewSettings = NonNullable<Body<"POST /vendor/shops/:id">["settings"]>

export const MOST_HOLIDAYS = 100
const MOST_DAYS = 60
const MOST_POLICY = 5000

type Area = { country_code: string; province: string }

/** Named as the server names them where it may find fault with one. */
export type ServiceValues = {
  settings: { handling_days: string; return_policy: string }
  has_hours: boolean
  utc_offset_minutes: string
  /** From Sunday on. */
  week: DayHours[]
  holidays: string[]
  is_at_door: boolean
  areas: Area[]
}

export const serviceSchema = ({ t }: Pick<Texts, "t">) => {
  const day = z.object({ is_open: z.boolean(), opens: z.string(), closes: z.string() })
  const area = z.object({ country_code: z.string(), province: z.string().trim() })

  return z
    .object({
      settings: z.object({
        handling_days: z
          .string()
          .trim()
          .refine((text) => /^\d{0,2}$/.test(text) && Number(text) <= MOST_DAYS, t("service.whole_days")),
        return_policy: z
          .string()
          .trim()
          .max(MOST_POLICY, t("inputs.too_long", { count: MOST_POLICY })),
      }),
      has_hours: z.boolean(),
      utc_offset_minutes: z.string(),
      week: z.array(day),
      holidays: z
        .array(z.string())
        .max(MOST_HOLIDAYS, t("service.too_many_holidays", { count: MOST_HOLIDAYS })),
      is_at_door: z.boolean(),
      areas: z.array(area),
    })
    .superRefine(({ is_at_door, areas }, context) => {
      for (const [index, place] of (is_at_door ? areas : []).entries()) {
        const wrong = wrongArea(place)
        if (wrong) {
          context.addIssue({ code: "custom", path: ["areas", index, wrong.part], message: t(wrong.why) })
        }
      }
    })
    .superRefine(({ has_hours, week }, context) => {
      for (const [index, hours] of week.entries()) {
        const wrong = has_hours && hours.is_open && wrongHours(hours)
        if (wrong) {
          context.addIssue({ code: "custom", path: ["week", index, wrong.end], message: t(wrong.why) })
        }
      }
    })
}

type WrongArea = { part: keyof Area; why: TextKey }

function wrongArea({ country_code, province }: Area): WrongArea | null {
  if (!country_code) {
    return { part: "country_code", why: "inputs.required" }
  }

  return /^[^:]{0,80}$/.test(province.trim()) ? null : { part: "province", why: "service.province_wrong" }
}

type WrongHours = { end: "opens" | "closes"; why: TextKey }

function wrongHours({ opens, closes }: DayHours): WrongHours | null {
  const [from, to] = [minutesOf(opens), closingOf(closes)]
  if (from === null) {
    return { end: "opens", why: "inputs.required" }
  }
  if (to === null) {
    return { end: "closes", why: "inputs.required" }
  }

  return from < to ? null : { end: "closes", why: "service.closes_wrong" }
}

/** @param own_offset what the reader's clock is ahead of UTC, for a shop that has not said its own */
export function serviceValues(settings: Settings, own_offset: number): ServiceValues {
  const { handling_days, return_policy, opening_hours, pay_on_delivery } = settings
  const week = opening_hours?.week ?? USUAL_WEEK

  return {
    settings: {
      handling_days: handling_days === null || handling_days === undefined ? "" : String(handling_days),
      return_policy: return_policy ?? "",
    },
    has_hours: Boolean(opening_hours),
    utc_offset_minutes: String(opening_hours?.utc_offset_minutes ?? own_offset),
    week: Array.from({ length: 7 }, (_, day) => dayOf(week[day] ?? null)),
    holidays: [...(opening_hours?.holidays ?? [])].sort(),
    is_at_door: pay_on_delivery?.is_offered ?? false,
    areas: (pay_on_delivery?.areas ?? []).map(areaOf),
  }
}

/** `ng:lagos` as a country and its province. */
function areaOf(code: string): Area {
  const [country_code = "", ...province] = code.split(":")

  return { country_code, province: province.join(":") }
}

const codeOf = ({ country_code, province }: Area): string =>
  [country_code, province.trim().toLowerCase()].filter(Boolean).join(":")

/** What is empty is taken away; so are places that were left half written when the switch was turned off. */
export const settingsOf = (values: ServiceValues): NewSettings => {
  const { settings, has_hours, utc_offset_minutes, week, holidays, is_at_door } = values
  const areas = values.areas.filter((area) => !wrongArea(area))

  return {
    handling_days: settings.handling_days ? Number(settings.handling_days) : null,
    return_policy: settings.return_policy || null,
    opening_hours: has_hours
      ? { utc_offset_minutes: Number(utc_offset_minutes), week: week.map(spanOf), holidays }
      : null,
    pay_on_delivery:
      is_at_door || areas.length ? { is_offered: is_at_door, areas: [...new Set(areas.map(codeOf))] } : null,
  }
}
