import { useMemo } from "react"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { callAs } from "../../lib/api/client"
import { countriesIn } from "../../lib/countries"
import { useResolver } from "../../lib/resolver"
import { useSaving } from "../../lib/saving"
import { useText } from "../../lib/text"
import { ChoiceField, TextField } from "../fields"
import { StepForm } from "./step-form"
import type { Door } from "./use-door"

const text = z.string().trim()
const Values = z.object({
  name: text.min(1),
  handle: text,
  country_code: text.min(1),
  contact_email: text,
  contact_phone: text,
  address_1: text,
  city: text,
  province: text,
  postal_code: text,
})

const EMPTY = {
  name: "",
  handle: "",
  country_code: "ng",
  contact_email: "",
  contact_phone: "",
  address_1: "",
  city: "",
  province: "",
  postal_code: "",
}

/** The shop itself. What is left empty is not sent. */
export function ShopStep({ door, token }: { door: Door; token: string }) {
  const { t, language } = useText()
  const countries = useMemo(() => countriesIn(language), [language])
  const form = useForm({ resolver: useResolver(Values), defaultValues: EMPTY })
  const saving = useSaving(form, {
    save: async ({ name, country_code, ...rest }) => {
      const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value))
      await callAs(token, "POST /vendor/register", { body: { name, country_code, ...given } })
      await door.enter(token)
    },
    fields_by_code: {
      vendor_handle_taken: "handle",
      vendor_handle_invalid: "handle",
      contact_email_missing: "contact_email",
    },
  })

  return (
    <StepForm
      title={t("door.shop_title")}
      hint={t("door.shop_hint")}
      form={form}
      saving={saving}
      verb={t("door.make_shop")}
    >
      <TextField name="name" label={t("door.shop_name")} autoComplete="organization" maxLength={120} />
      <TextField
        name="handle"
        label={t("door.handle")}
        hint={t("door.handle_hint")}
        is_optional
        maxLength={60}
      />
      <ChoiceField name="country_code" label={t("door.country")} choices={countries} />
      <TextField
        name="contact_email"
        label={t("door.contact_email")}
        hint={t("door.contact_email_hint")}
        type="email"
        autoComplete="email"
        is_optional
      />
      <TextField
        name="contact_phone"
        label={t("door.contact_phone")}
        hint={t("door.contact_phone_hint")}
        type="tel"
        autoComplete="tel"
        is_optional
      />
      <TextField name="address_1" label={t("door.street")} autoComplete="address-line1" is_optional />
      <TextField name="city" label={t("door.city")} autoComplete="address-level2" is_optional />
      <TextField name="province" label={t("door.province")} autoComplete="address-level1" is_optional />
      <TextField name="postal_code" label={t("door.postal_code")} autoComplete="postal-code" is_optional />
    </StepForm>
  )
}
