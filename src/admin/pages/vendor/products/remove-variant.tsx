import { Trash } from "@medusajs/icons"
import { ActionButton } from "../../../components/action-button"
import { useAction } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { CHANGES, type Product, type Variant } from "./product"

export function RemoveVariant({ product, variant }: { product: Product; variant: Variant }) {
  const { t } = useText()
  const remove = useAction("DELETE /vendor/products/:id/variants/:variant_id", CHANGES)

  return (
    <ActionButton
      variant="transparent"
      run={() => remove.mutateAsync({ params: { id: product.id, variant_id: variant.id } })}
      confirm={{
        title: t("products.variant_delete_title", { title: variant.title }),
        hint: t("products.variant_delete_hint"),
        verb: t("actions.remove"),
      }}
    >
      <Trash aria-hidden="true" />
      <span className="sr-only">{`${t("actions.remove")}: ${variant.title}`}</span>
    </ActionButton>
  )
}
