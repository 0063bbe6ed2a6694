import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import { ActionButton } from "../../../components/action-button"
import { useAction, useOutdating } from "../../../lib/api/hooks"
import { placeOf } from "../../../lib/list-place"
import { useMayInShop } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { CHANGES, nameOf, type Promotion } from "./promotion"
import { PromotionDrawer } from "./promotion-drawer"

export function PromotionActions({ promotion }: { promotion: Promotion }) {
  const { t } = useText()
  const may = useMayInShop()
  const navigate = useNavigate()
  const [is_editing, setEditing] = useState(false)
  const update = useAction("POST /vendor/promotions/:id", CHANGES)
  const remove = useAction("DELETE /vendor/promotions/:id")
  const outdate = useOutdating()
  const params = { id: promotion.id }
  const { phase } = promotion
  if (!may("promotions:write") || !promotion.is_editable) {
    return null
  }
  const discard = async (): Promise<void> => {
    await remove.mutateAsync({ params })
    await outdate("/vendor/promotions")
    navigate(placeOf("/vendor/promotions"), { replace: true })
  }

  return (
    <>
      {!promotion.order_count && (
        <ActionButton
          run={discard}
          done={t("promotions.deleted")}
          confirm={{
            title: t("promotions.delete_title", { name: nameOf(promotion) }),
            hint: t("promotions.delete_hint"),
          }}
        >
          {t("actions.delete")}
        </ActionButton>
      )}
      {phase === "running" && (
        <ActionButton
          run={() => update.mutateAsync({ params, body: { ends_at: new Date().toISOString() } })}
          done={t("promotions.ended")}
          confirm={{ title: t("promotions.end"), hint: t("promotions.end_hint") }}
        >
          {t("promotions.end")}
        </ActionButton>
      )}
      <Button size="small" variant="secondary" onClick={() => setEditing(true)}>
        {t("actions.edit")}
      </Button>
      {(phase === "draft" || phase === "stopped") && (
        <ActionButton
          variant="primary"
          run={() => update.mutateAsync({ params, body: { status: "active" } })}
          done={t("promotions.started")}
        >
          {t("promotions.start")}
        </ActionButton>
      )}
      {is_editing && <PromotionDrawer promotion={promotion} onClose={() => setEditing(false)} />}
    </>
  )
}
