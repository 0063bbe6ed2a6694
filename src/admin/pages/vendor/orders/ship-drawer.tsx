import { useForm } from "react-hook-form"
import { z } from "zod"
import { FormDrawer } from "../../../components/form-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"
import { CHANGES } from "./order"
import { TrackingFields } from "./tracking"
import { NO_TRACKING, trackingOf, trackingSchema } from "./tracking-values"

type Props = { params: { id: string; fulfilment_id: string }; onClose: () => void }

export function ShipDrawer({ params, onClose }: Props) {
  const { t } = useText()
  const Values = z.object({ tracking: trackingSchema(t) })
  const form = useForm({ resolver: useResolver(Values), defaultValues: { tracking: NO_TRACKING } })
  const ship = useAction("POST /vendor/orders/:id/fulfilments/:fulfilment_id/ship", CHANGES)
  const saving = useSaving(form, {
    save: ({ tracking }) => ship.mutateAsync({ params, body: { tracking: trackingOf(tracking) } }),
    onSaved: onClose,
  })

  return (
    <FormDrawer
      title={t("orders.ship")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
      verb={t("orders.ship")}
    >
      <TrackingFields />
    </FormDrawer>
  )
}
