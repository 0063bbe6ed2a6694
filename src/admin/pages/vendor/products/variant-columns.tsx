import { CellSwitch, CellText } from "../../../components/cell-fields"
import type { EditColumn } from "../../../components/edit-table"
import { Money } from "../../../components/money"
import type { Texts } from "../../../lib/text"
import type { Product, Variant } from "./product"
import { RemoveVariant } from "./remove-variant"

type Options = { currencies: string[]; product: Product; may_write: boolean; may_price: boolean }

/** Fields for those who may write, else what is stored. */
export function columnsOf(texts: Texts, options: Options): EditColumn<Variant>[] {
  const { t } = texts
  const { product, may_write } = options
  const removal: EditColumn<Variant> = {
    name: "remove",
    label: "",
    cell: (variant) => <RemoveVariant product={product} variant={variant} />,
  }

  return [
    ...options.currencies.map((code) => priceColumn(texts, code, options.may_price)),
    {
      name: "sku",
      label: t("products.sku"),
      is_wide: true,
      cell: ({ id, title, sku }) =>
        may_write ? (
          <CellText name={`rows.${id}.sku`} label={`${t("products.sku")}: ${title}`} maxLength={64} />
        ) : (
          (sku ?? "–")
        ),
    },
    switchColumn(texts, "manage_inventory", may_write),
    switchColumn(texts, "allow_backorder", may_write),
    ...(may_write ? [removal] : []),
  ]
}

function priceColumn({ t }: Texts, code: string, may_price: boolean): EditColumn<Variant> {
  const label = t("products.price_in", { currency: code.toUpperCase() })

  return {
    name: `price-${code}`,
    label,
    cell: ({ id, title, prices }) => {
      const price = prices?.find(({ currency_code }) => currency_code === code)
      if (may_price) {
        return (
          <CellText name={`rows.${id}.prices.${code}`} label={`${label}: ${title}`} inputMode="decimal" />
        )
      }

      return price ? <Money amount={String(price.amount)} currency_code={code} /> : "–"
    },
  }
}

function switchColumn(
  { t }: Texts,
  name: "manage_inventory" | "allow_backorder",
  may_write: boolean
): EditColumn<Variant> {
  const label = t(name === "manage_inventory" ? "products.counted" : "products.backorder")

  return {
    name,
    label,
    cell: (variant) =>
      may_write ? (
        <CellSwitch name={`rows.${variant.id}.${name}`} label={`${label}: ${variant.title}`} />
      ) : (
        t(variant[name] ? "products.yes" : "products.no")
      ),
  }
}
