import { zodResolver } from "@hookform/resolvers/zod"
import type { FieldValues, Resolver } from "react-hook-form"
import type { z } from "zod"
import { type Texts, useText } from "./text"

/** What zod says of a value that breaks a rule; only what our sentences need. */
type Issue = { code?: string; minimum?: number | bigint; maximum?: number | bigint; origin?: string }

/** A sentence for rules of a form that bring none of their own: zod's are English and for programmers. */
export function sentenceFor({ code, minimum, maximum, origin }: Issue, { t }: Pick<Texts, "t">) {
  if (code === "too_small" && origin === "string" && Number(minimum) === 1) {
    return t("inputs.required")
  }

  return code === "too_big" && origin === "string"
    ? t("inputs.too_long", { count: Number(maximum) })
    : undefined
}

/** Checks a form by its schema, and says what is wrong in the language of the dashboard. */
export function useResolver<Output, Input extends FieldValues>(
  schema: z.ZodType<Output, Input>
): Resolver<Input, unknown, Output> {
  const texts = useText()

  return zodResolver(schema, { error: (issue) => sentenceFor(issue, texts) })
}
