import type { Texts } from "../../../lib/text"
import { audit } from "../../../texts/en/audit"
import { toldBy } from "./entry"

const isVerb = (name: string) => name.replaceAll("-", "_") in audit.verbs

/** A line in plain words, as far as there are some: `Payouts: approve`. */
export function sentenceOfAction(action: string, { t, named }: Pick<Texts, "t" | "named">): string {
  const told = toldBy(action, isVerb)
  if (told.kind === "change") {
    return named("audit.changes", keyOf(told.name))
  }
  const about = [told.about, told.part]
    .flatMap((name) => (name ? [named("audit.abouts", keyOf(name))] : []))
    .join(", ")

  return t("audit.sentence", { about, verb: named("audit.verbs", keyOf(told.verb)) })
}

/** As it may stand in a way to a text, where dots and colons have a meaning. */
const keyOf = (name: string): string => name.replaceAll(/[^a-z0-9]+/gi, "_")
