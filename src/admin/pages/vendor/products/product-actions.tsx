import { Button } from "@medusajs/ui"
import { Link, useNavigate } from "react-router-dom"
import { ActionButton } from "../../../components/action-button"
import { useAction, useOutdating } from "../../../lib/api/hooks"
import { placeOf } from "../../../lib/list-place"
import { useMayInShop } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { CHANGES, type Product } from "./product"

/** What can be done with the product as it stands; the next step last, where the eye ends. */
export function ProductActions({ product: { id, status, title } }: { product: Product }) {
  const { t } = useText()
  const may = useMayInShop()
  const navigate = useNavigate()
  const params = { id }
  const submit = useAction("POST /vendor/products/:id/submit", CHANGES)
  const update = useAction("POST /vendor/products/:id", CHANGES)
  const duplicate = useAction("POST /vendor/products/:id/duplicate", CHANGES)
  const remove = useAction("DELETE /vendor/products/:id", ["/vendor/inventory-items", "/vendor/home"])
  const outdate = useOutdating()
  if (!may("products:write")) {
    return null
  }
  const copy = async (): Promise<void> => {
    const { product } = await duplicate.mutateAsync({ params, body: {} })
    navigate(`/vendor/products/${product.id}`)
  }
  const discard = async (): Promise<void> => {
    await remove.mutateAsync({ params })
    await outdate("/vendor/products")
    navigate(placeOf("/vendor/products"), { replace: true })
  }

  return (
    <>
      <ActionButton
        run={discard}
        done={t("products.deleted")}
        confirm={{ title: t("products.delete_title", { title }), hint: t("products.delete_hint") }}
      >
        {t("actions.delete")}
      </ActionButton>
      <ActionButton run={copy} done={t("products.duplicated")}>
        {t("products.duplicate")}
      </ActionButton>
      {(status === "published" || status === "proposed") && (
        <ActionButton
          run={() => update.mutateAsync({ params, body: { status: "draft" } })}
          confirm={{ title: t("products.withdraw"), hint: t("products.withdraw_hint") }}
        >
          {t("products.withdraw")}
        </ActionButton>
      )}
      <Button size="small" variant="secondary" asChild>
        <Link to={`/vendor/products/${id}/edit`}>{t("actions.edit")}</Link>
      </Button>
      {(status === "draft" || status === "rejected") && (
        <ActionButton
          variant="primary"
          run={() => submit.mutateAsync({ params, body: {} })}
          done={t("products.submitted")}
        >
          {t("products.submit")}
        </ActionButton>
      )}
    </>
  )
}
