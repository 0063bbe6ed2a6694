import { useForm } from "react-hook-form"
import { z } from "zod"
import { TextField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"
import { CHANGES } from "./order"

const Values = z.object({ code: z.string() })

type Props = { params: { id: string; fulfilment_id: string }; onClose: () => void }

export function DeliverDrawer({ params, onClose }: Props) {
  const { t } = useText()
  const form = useForm({ resolver: useResolver(Values), defaultValues: { code: "" } })
  const deliver = useAction("POST /vendor/orders/:id/fulfilments/:fulfilment_id/deliver", CHANGES)
  const saving = useSaving(form, {
    save: ({ code }) => deliver.mutateAsync({ params, body: code.trim() ? { code: code.trim() } : {} }),
    onSaved: onClose,
    fields_by_code: { delivery_code_wrong: "code" },
  })

  return (
    <FormDrawer
      title={t("orders.deliver")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
      verb={t("orders.deliver")}
    >
      <TextField
        name="code"
        label={t("orders.code")}
        hint={t("orders.code_hint")}
        is_optional
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
      />
    </FormDrawer>
  )
}
