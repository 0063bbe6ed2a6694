import { toast } from "@medusajs/ui"
import { useMemo } from "react"
import { useForm } from "react-hook-form"
import { ChoiceField, TextField } from "../../../../components/fields"
import { FormDrawer } from "../../../../components/form-drawer"
import { useAction } from "../../../../lib/api/hooks"
import { countriesIn } from "../../../../lib/countries"
import { useResolver } from "../../../../lib/resolver"
import { useSaving } from "../../../../lib/saving"
import { useText } from "../../../../lib/text"
import { type Location, locationBody, locationSchema, locationValues } from "./location-values"

type Props = { location: Location; onClose: () => void }

export function LocationDrawer({ location, onClose }: Props) {
  const texts = useText()
  const { t, language } = texts
  const countries = useMemo(() => countriesIn(language), [language])
  const form = useForm({
    resolver: useResolver(locationSchema(texts)),
    defaultValues: locationValues(location),
  })
  const change = useAction("POST /vendor/stock-locations/:id", ["/vendor/stock-locations"])
  const saving = useSaving(form, {
    save: (values) => change.mutateAsync({ params: { id: location.id }, body: locationBody(values) }),
    onSaved: () => {
      toast.success(t("shipping.location_saved"))
      onClose()
    },
  })

  return (
    <FormDrawer
      title={t("shipping.edit_location")}
      hint={t("shipping.locations_hint")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
    >
      <TextField name="name" label={t("shipping.location_name")} maxLength={120} />
      <TextField name="address.company" label={t("shipping.company")} maxLength={120} is_optional />
      <TextField name="address.address_1" label={t("door.street")} maxLength={200} />
      <TextField name="address.address_2" label={t("settings.address_2")} maxLength={200} is_optional />
      <TextField name="address.city" label={t("door.city")} maxLength={120} is_optional />
      <TextField name="address.province" label={t("door.province")} maxLength={120} is_optional />
      <TextField name="address.postal_code" label={t("door.postal_code")} maxLength={20} is_optional />
      <ChoiceField name="address.country_code" label={t("door.country")} choices={countries} />
      <TextField
        name="address.phone"
        label={t("shipping.phone")}
        hint={t("door.contact_phone_hint")}
        type="tel"
        is_optional
      />
    </FormDrawer>
  )
}
