import { useState } from "react"
import { PickField } from "../../../components/pick-field"
import { useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"

/** Tags of the marketplace; nothing where it has none. */
export function TagsField({ name }: { name: string }) {
  const { t } = useText()
  const [q, setQ] = useState("")
  const { data } = useAnswer(
    "GET /vendor/tags",
    { query: { q: q || undefined, limit: 50 } },
    { keeps_last: true }
  )
  if (!data?.count && !q) {
    return null
  }

  return (
    <PickField
      name={name}
      label={t("products.tags")}
      q={q}
      onSearch={setQ}
      found={(data?.tags ?? []).map(({ id, value }) => ({ id, label: value }))}
    />
  )
}
