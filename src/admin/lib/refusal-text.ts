import { ApiError } from "./api/api-error"
import type { Texts } from "./text"

/** A text that some languages have and some do not. */
function textIn({ named }: Pick<Texts, "named">, prefix: string, name: string): string | null {
  const text = named(prefix, name)

  return text === name.replaceAll("_", " ") ? null : text
}

/** What went wrong, in the reader's language where we have it there, else in the server's own words. */
export function sentenceOf(error: unknown, texts: Pick<Texts, "t" | "named">): string {
  if (!(error instanceof ApiError)) {
    return texts.t("errors.unknown")
  }
  const { code, reason, message } = error

  return (
    textIn(texts, "errors", code) ??
    (reason && textIn(texts, "refusals", `${code}_${reason}`)) ??
    textIn(texts, "refusals", code) ??
    message
  )
}

/** What is wrong with one value; the server says it in English. */
export function valueSentence(message: string, texts: Pick<Texts, "named">): string {
  const name = message.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_")

  return textIn(texts, "refused_values", name) ?? textIn(texts, "refused_values", "other") ?? message
}
