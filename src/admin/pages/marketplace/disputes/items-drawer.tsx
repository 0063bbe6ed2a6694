import { z } from "zod"
import { ChecksField } from "../../../components/checks-field"
import { Loaded } from "../../../components/loaded"
import { SaveDrawer } from "../../../components/save-drawer"
import { useAction, useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { CHANGES, type Dispute } from "./dispute"

/** More shops than an order has. */
const ALL = 100

/** Which goods of the order a chargeback is about. */
export function ItemsDrawer({ dispute, onClose }: { dispute: Dispute; onClose: () => void }) {
  const { t } = useText()
  const parts = useAnswer("GET /admin/vendor-orders", {
    query: { order_id: dispute.order_id, limit: ALL },
  })
  const name = useAction("POST /admin/disputes/:id/items", CHANGES)
  const Values = z.object({ line_ids: z.array(z.string()).min(1, t("cases.none_named")) })

  return (
    <SaveDrawer
      title={t("cases.name_items")}
      hint={t("cases.name_items_hint")}
      values={Values}
      first={{ line_ids: dispute.items.map(({ line_id }) => line_id) }}
      save={(body) => name.mutateAsync({ params: { id: dispute.id }, body })}
      onClose={onClose}
    >
      <Loaded query={parts}>
        {({ vendor_orders }) => (
          <ChecksField
            name="line_ids"
            label={t("cases.items")}
            choices={vendor_orders.flatMap(({ vendor, lines }) =>
              lines.map(({ id, title, quantity }) => ({
                value: id,
                label: `${quantity} × ${title}`,
                hint: vendor.name,
              }))
            )}
          />
        )}
      </Loaded>
    </SaveDrawer>
  )
}
