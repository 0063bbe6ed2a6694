import { z } from "zod"
import { ChoiceField } from "../../../components/fields"
import { SaveDrawer } from "../../../components/save-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useIdempotencyKey } from "../../../lib/saving"
import { useText } from "../../../lib/text"
import { CHANGES, type Part } from "./part"

const HOLDERS = ["vendor", "platform"] as const

const Values = z.object({ held_by: z.enum(HOLDERS) })

/** The buyer has paid at the door, exactly what was due. */
export function CollectDrawer({ part, onClose }: { part: Part; onClose: () => void }) {
  const { t, format } = useText()
  const keyOf = useIdempotencyKey()
  const collect = useAction("POST /admin/vendor-orders/:id/collect", CHANGES)
  const amount = part.collection?.amount ?? "0"

  return (
    <SaveDrawer
      title={t("vendor_orders.collect_title", { number: `#${part.display_number}` })}
      hint={t("vendor_orders.collect_hint", { amount: format.money(amount, part.currency_code) })}
      verb={t("vendor_orders.collect")}
      values={Values}
      first={{ held_by: HOLDERS[0] }}
      save={({ held_by }) =>
        collect.mutateAsync({
          params: { id: part.id },
          body: { amount, held_by, idempotency_key: keyOf(amount) },
        })
      }
      onClose={onClose}
    >
      <ChoiceField
        name="held_by"
        label={t("vendor_orders.held_by")}
        choices={HOLDERS.map((value) => ({ value, label: t(`vendor_orders.holders.${value}`) }))}
      />
    </SaveDrawer>
  )
}
