import { useState } from "react"
import { PickField } from "../../../components/pick-field"
import { useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { ProductName } from "./product-name"

/** Some of the shop's own products. */
export function ProductsField({ name }: { name: string }) {
  const { t } = useText()
  const [q, setQ] = useState("")
  const { data } = useAnswer(
    "GET /vendor/products",
    { query: { q: q || undefined, fields: "id,title", limit: 20, order: "title" } },
    { keeps_last: true }
  )

  return (
    <PickField
      name={name}
      label={t("promotions.products")}
      hint={t("promotions.products_hint")}
      q={q}
      onSearch={setQ}
      found={(data?.products ?? []).map(({ id, title }) => ({ id, label: title }))}
      nameOf={({ id, label }) => (label === id ? <ProductName id={id} /> : label)}
    />
  )
}
