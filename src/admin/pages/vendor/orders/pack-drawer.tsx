import { useForm } from "react-hook-form"
import { z } from "zod"
import { SwitchField, TextField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { type Translate, useText } from "../../../lib/text"
import { CHANGES, type Line, type Order, openLines } from "./order"
import { TrackingFields } from "./tracking"
import { NO_TRACKING, trackingOf, trackingSchema } from "./tracking-values"

type Props = { order: Order; onClose: () => void }

/** A parcel out of what is open. It begins with everything. */
export function PackDrawer({ order, onClose }: Props) {
  const { t } = useText()
  const lines = openLines(order)
  const form = useForm({
    resolver: useResolver(valuesOf(lines, t)),
    defaultValues: {
      quantities: lines.map(({ unfulfilled_quantity }) => unfulfilled_quantity),
      is_shipped: true,
      tracking: NO_TRACKING,
    },
  })
  const pack = useAction("POST /vendor/orders/:id/fulfilments", CHANGES)
  const saving = useSaving(form, {
    save: ({ quantities, is_shipped, tracking }) =>
      pack.mutateAsync({
        params: { id: order.id },
        body: {
          items: lines
            .map(({ id }, index) => ({ line_id: id, quantity: Number(quantities[index]) }))
            .filter(({ quantity }) => quantity > 0),
          is_shipped,
          tracking: trackingOf(tracking),
        },
      }),
    onSaved: onClose,
  })

  return (
    <FormDrawer
      title={t("orders.pack")}
      hint={t("orders.choose_items")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
      verb={t(form.watch("is_shipped") ? "orders.pack_and_ship" : "orders.pack")}
    >
      {lines.map(({ id, title, sku, unfulfilled_quantity }, index) => (
        <TextField
          key={id}
          name={`quantities.${index}`}
          label={[title, sku].filter(Boolean).join(" · ")}
          hint={t("orders.of_open", { count: unfulfilled_quantity })}
          type="number"
          inputMode="numeric"
          min={0}
          max={unfulfilled_quantity}
        />
      ))}
      <SwitchField name="is_shipped" label={t("orders.leaves_now")} />
      <TrackingFields />
    </FormDrawer>
  )
}

const valuesOf = (lines: Line[], t: Translate) =>
  z.object({
    quantities: z.array(z.coerce.number().int().min(0)).superRefine((quantities, context) => {
      if (!quantities.some((quantity) => quantity > 0)) {
        context.addIssue({ code: "custom", path: [0], message: t("orders.nothing_chosen") })
      }
      for (const [index, quantity] of quantities.entries()) {
        const most = lines[index]?.unfulfilled_quantity ?? 0
        if (quantity > most) {
          context.addIssue({ code: "custom", path: [index], message: t("inputs.at_most", { count: most }) })
        }
      }
    }),
    is_shipped: z.boolean(),
    tracking: trackingSchema(t),
  })
