import { useForm } from "react-hook-form"
import { z } from "zod"
import { ChoiceField, TextField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useShop } from "../../../lib/me"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"
import { endOf, grantable, type KeyPermission, LIVES_IN_DAYS } from "./api-key"
import { PermissionsField } from "./permissions-field"

type Props = { onMade: (token: string) => void; onClose: () => void }

/** A new key: what it is for, what it may do, and until when. */
export function ApiKeyDrawer({ onMade, onClose }: Props) {
  const { t } = useText()
  const offered = grantable(useShop()?.permissions ?? [])
  const Values = z.object({
    name: z
      .string()
      .trim()
      .min(1, t("inputs.required"))
      .max(100, t("inputs.too_long", { count: 100 })),
    permissions: z.array(z.custom<KeyPermission>()).min(1, t("api_keys.choose_some")),
    days: z.enum(LIVES_IN_DAYS),
  })
  const form = useForm<z.infer<typeof Values>>({
    resolver: useResolver(Values),
    defaultValues: { name: "", permissions: [], days: "365" },
  })
  const make = useAction("POST /vendor/api-keys", ["/vendor/api-keys"])
  const saving = useSaving(form, {
    save: async ({ name, permissions, days }) => {
      const { token } = await make.mutateAsync({ body: { name, permissions, expires_at: endOf(days) } })
      onClose()
      onMade(token)
    },
    fields_by_code: { api_key_expiry_invalid: "days" },
  })

  return (
    <FormDrawer
      title={t("api_keys.make")}
      hint={t("api_keys.make_hint")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
      verb={t("api_keys.make")}
    >
      <TextField name="name" label={t("api_keys.name")} hint={t("api_keys.name_hint")} autoComplete="off" />
      <ChoiceField
        name="days"
        label={t("api_keys.life")}
        choices={LIVES_IN_DAYS.map((value) => ({ value, label: t(`api_keys.lives.${value}`) }))}
      />
      <PermissionsField offered={offered} />
    </FormDrawer>
  )
}
