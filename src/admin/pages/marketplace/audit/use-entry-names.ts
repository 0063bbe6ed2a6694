import { useBuyers, useNames, usePeople, useShops } from "../../../components/names"
import { useText } from "../../../lib/text"
import type { Entry } from "./entry"

export type EntryNames = {
  shop: (id: string) => string
  actor: (entry: Entry) => string
  impersonator: (entry: Entry) => string | null
  /** What the line is about, where it is a shop or a person. */
  record: (entry: Entry) => string | null
}

/** Names in place of ids: one question for each kind of record, however many lines there are. */
export function useEntryNames(entries: Entry[]): EntryNames {
  const { named } = useText()
  const ids = entries.flatMap(({ actor_id, impersonator_user_id, vendor_id, record_id }) => [
    actor_id,
    impersonator_user_id,
    vendor_id,
    record_id,
  ])
  const of = (prefix: string) => ids.filter((id) => id?.startsWith(prefix))
  const shop = useNames(useShops, of("vend_"))
  const person = useNames(usePeople, of("user_"))
  const buyer = useNames(useBuyers, of("cus_"))
  const nameOf = (id: string): string => buyer(person(shop(id)))

  return {
    shop,
    // Keys and logins have no name that the log could tell.
    actor: ({ actor_type, actor_id }) =>
      actor_type === "user" || actor_type === "customer"
        ? nameOf(actor_id)
        : named("audit.actors", actor_type.replaceAll("-", "_")),
    impersonator: ({ impersonator_user_id }) => impersonator_user_id && person(impersonator_user_id),
    record: ({ record_id }) => (record_id && nameOf(record_id) !== record_id ? nameOf(record_id) : null),
  }
}
