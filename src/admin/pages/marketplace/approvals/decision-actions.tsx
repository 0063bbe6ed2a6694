import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import { ActionButton } from "../../../components/action-button"
import { ReasonDrawer } from "../../../components/reason-drawer"
import type { Answer } from "../../../lib/api/client"
import { useAction } from "../../../lib/api/hooks"
import { placeOf } from "../../../lib/list-place"
import { useText } from "../../../lib/text"

type Product = Answer<"GET /admin/product-approvals/:id/changes">["product"]

const QUEUE = "/marketplace/approvals"

/** What was shown is what is decided on: its version goes back with the decision. */
export function DecisionActions({ product: { id, title, status, version } }: { product: Product }) {
  const { t } = useText()
  const navigate = useNavigate()
  const [is_open, setOpen] = useState(false)
  const approve = useAction("POST /admin/products/:id/approve", ["/admin/product-approvals"])
  const reject = useAction("POST /admin/products/:id/reject", ["/admin/product-approvals"])
  if (status !== "proposed") {
    return null
  }

  return (
    <>
      <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
        {t("actions.reject")}
      </Button>
      <ActionButton
        variant="primary"
        run={async () => {
          await approve.mutateAsync({ params: { id }, body: { version } })
          navigate(placeOf(QUEUE))
        }}
        done={t("approvals.done", { product: title })}
      >
        {t("actions.approve")}
      </ActionButton>
      {is_open && (
        <ReasonDrawer
          title={t("approvals.reject_title", { product: title })}
          hint={t("approvals.reject_hint")}
          verb={t("actions.reject")}
          is_dangerous
          run={async (reason) => {
            await reject.mutateAsync({ params: { id }, body: { version, reason } })
            navigate(placeOf(QUEUE))
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
