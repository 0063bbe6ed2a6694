import { ReasonDrawer } from "../../../components/reason-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { CHANGES, type Part } from "./part"

export function CancelDrawer({ part, onClose }: { part: Part; onClose: () => void }) {
  const { t } = useText()
  const cancel = useAction("POST /admin/vendor-orders/:id/cancel", CHANGES)

  return (
    <ReasonDrawer
      title={t("vendor_orders.cancel_title", { number: `#${part.display_number}` })}
      hint={t("vendor_orders.cancel_hint")}
      verb={t("vendor_orders.cancel")}
      is_dangerous
      most={500}
      run={(reason) => cancel.mutateAsync({ params: { id: part.id }, body: { reason } })}
      onClose={onClose}
    />
  )
}
