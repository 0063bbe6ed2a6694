import { TAX_STATUSES } from "../../../../lib/item-tax"
import { ChoiceField, TextField } from "../../../components/fields"
import { SaveDrawer } from "../../../components/save-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { CHANGES, type Shop } from "./shop"
import { bodyOf, taxAndRateOf, taxAndRateValues } from "./tax-and-rate"

/** What staff alone know of a shop: whether it pays its tax by itself, and the rate agreed with it. */
export function TaxAndRateDrawer({ shop, onClose }: { shop: Shop; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const update = useAction("POST /admin/vendors/:id", CHANGES)

  return (
    <SaveDrawer
      title={t("shops.tax_and_rate")}
      hint={t("shops.tax_and_rate_hint")}
      values={taxAndRateValues(texts)}
      first={taxAndRateOf(shop)}
      save={(values) => update.mutateAsync({ params: { id: shop.id }, body: bodyOf(values) })}
      onClose={onClose}
    >
      <ChoiceField
        name="tax_status"
        label={t("shops.tax_status")}
        hint={t("shops.tax_status_hint")}
        choices={TAX_STATUSES.map((value) => ({ value, label: t(`shops.${value}`) }))}
      />
      <TextField
        name="rate"
        label={t("shops.own_rate_percent")}
        hint={t("shops.own_rate_hint")}
        is_optional
        inputMode="decimal"
        autoComplete="off"
      />
    </SaveDrawer>
  )
}
