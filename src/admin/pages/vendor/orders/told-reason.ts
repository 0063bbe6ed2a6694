import type { TextKey, Texts } from "../../../lib/text"

/** What the server writes down by itself: in English, whoever reads it. */
const SENTENCES = new Map<string, TextKey>([
  ["The whole order was canceled.", "orders.told.whole_canceled"],
  ["The shop has not confirmed the order in time.", "orders.told.not_confirmed"],
  ["The shop has not sent the order in time.", "orders.told.not_shipped"],
])

/** What it names by an id that says nothing to people. */
const RECORDS: [RegExp, TextKey][] = [
  [/^Return return_\w+$/, "orders.told.returned"],
  [/^Case disp_\w+$/, "orders.told.disputed"],
]

const AT_THE_DOOR = /^Refused at the door: ([a-z_]+)$/

/** Why something happened to an order, in the language of the dashboard; what people wrote stays as they wrote it. */
export function toldReason(reason: string, { t, named }: Pick<Texts, "t" | "named">): string {
  const code = AT_THE_DOOR.exec(reason)?.[1]
  if (code) {
    return t("orders.told.refused", { reason: named("reasons", code) })
  }
  const key = SENTENCES.get(reason) ?? RECORDS.find(([pattern]) => pattern.test(reason))?.[1]

  return key ? t(key) : reason
}
