import { z } from "zod"
import type { Texts } from "./text"

/** A percentage as it is typed, exact to a hundredth. */
export const percentValue = ({ t }: Pick<Texts, "t">) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,3}(\.\d{1,2})?$/, t("forms.percent"))
    .refine((percent) => Number(percent) <= 100, t("forms.percent"))

/** `250` as `2.5`, without a float in between. */
export function percentOf(bps: number): string {
  const digits = String(bps).padStart(3, "0")

  return `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, "")
}

export function bpsOf(percent: string): number {
  const [whole = "0", part = ""] = percent.split(".")

  return Number(whole) * 100 + Number(part.padEnd(2, "0"))
}
