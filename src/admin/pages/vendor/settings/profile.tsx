import { Button, toast } from "@medusajs/ui"
import { useMemo } from "react"
import { FormProvider, useForm } from "react-hook-form"
import { AreaField, ChoiceField, TextField } from "../../../components/fields"
import { Failure } from "../../../components/form-drawer"
import { ImageField } from "../../../components/image-field"
import { Loaded } from "../../../components/loaded"
import { Section, TwoColumns } from "../../../components/page"
import type { Answer } from "../../../lib/api/client"
import { useAction, useAnswer } from "../../../lib/api/hooks"
import { countriesIn } from "../../../lib/countries"
import { hasFormatting, htmlOf, textOf } from "../../../lib/description"
import { useMayInShop, useShop } from "../../../lib/me"
import { changesIn } from "../../../lib/own-changes"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"
import { beginSave, useStoredValues } from "../../../lib/use-stored-values"
import { ProfileValues } from "./profile-values"
import { SettingsPage } from "./settings-page"
import { ShopPreview } from "./shop-preview"

type Shop = Answer<"GET /vendor/shops/:id">["shop"]

export default function Profile() {
  const { t } = useText()
  const id = useShop()?.vendor_id ?? ""
  const query = useAnswer("GET /vendor/shops/:id", { params: { id } }, { enabled: Boolean(id) })

  return (
    <SettingsPage hint={t("settings.profile_hint")} writes="shop:write">
      <Loaded query={query}>{({ shop }) => <ProfileForm key={shop.id} shop={shop} />}</Loaded>
    </SettingsPage>
  )
}

/** The address of a shop is chosen until it is judged; later, links lead to it. */
const isHandleOpen = ({ status }: Shop): boolean => status === "pending"

/** An empty field takes a value away; only name, address of the shop and e-mail have to be there. */
const bodyOf = (
  { name, contact_email, handle, description, ...rest }: Partial<ProfileValues>,
  shop: Shop
) => ({
  name,
  contact_email,
  ...(description !== undefined && { description: htmlOf(description) || null }),
  ...(isHandleOpen(shop) && handle && { handle }),
  ...(Object.fromEntries(Object.entries(rest).map(([field, value]) => [field, value || null])) as {
    [Field in keyof typeof rest]?: string | null
  }),
})

function valuesOf(shop: Shop): ProfileValues {
  return {
    name: shop.name,
    handle: shop.handle,
    description: textOf(shop.description),
    logo_url: shop.logo_url ?? "",
    banner_url: shop.banner_url ?? "",
    contact_email: shop.contact_email,
    contact_phone: shop.contact_phone ?? "",
    address_1: shop.address_1 ?? "",
    address_2: shop.address_2 ?? "",
    city: shop.city ?? "",
    province: shop.province ?? "",
    postal_code: shop.postal_code ?? "",
    country_code: shop.country_code ?? "",
  }
}

function ProfileForm({ shop }: { shop: Shop }) {
  const { t } = useText()
  const mayWrite = useMayInShop()("shop:write")
  const form = useForm({ resolver: useResolver(ProfileValues), defaultValues: valuesOf(shop) })
  useStoredValues(form, valuesOf(shop))
  const change = useAction("POST /vendor/shops/:id", ["/vendor"])
  const saving = useSaving(form, {
    save: async (values) => {
      const markSaved = beginSave(form)
      const changes = changesIn(form.control._defaultValues, values)
      await change.mutateAsync({ params: { id: shop.id }, body: bodyOf(changes, shop) })
      markSaved(values)
      toast.success(t("settings.saved"))
    },
    fields_by_code: {
      vendor_handle_taken: "handle",
      vendor_handle_invalid: "handle",
      vendor_handle_fixed: "handle",
    },
  })

  return (
    <FormProvider {...form}>
      <TwoColumns
        main={
          <form onSubmit={saving.submit} noValidate>
            <Section title={t("settings.profile")} className="flex flex-col gap-y-4 px-4 py-4 sm:px-6">
              <Failure saving={saving} />
              <fieldset disabled={!mayWrite} className="flex flex-col gap-y-4">
                <ProfileFields
                  mayWrite={mayWrite}
                  is_handle_open={isHandleOpen(shop)}
                  has_formatting={hasFormatting(shop.description)}
                />
              </fieldset>
              {mayWrite && (
                <div>
                  <Button type="submit" size="small" isLoading={saving.is_saving}>
                    {t("actions.save")}
                  </Button>
                </div>
              )}
            </Section>
          </form>
        }
        side={<ShopPreview />}
      />
    </FormProvider>
  )
}

type FieldsProps = { mayWrite: boolean; is_handle_open: boolean; has_formatting: boolean }

function ProfileFields({ mayWrite, is_handle_open, has_formatting }: FieldsProps) {
  const { t, language } = useText()
  const countries = useMemo(() => countriesIn(language), [language])

  return (
    <>
      <TextField name="name" label={t("door.shop_name")} maxLength={120} />
      <TextField
        name="handle"
        label={t("settings.handle")}
        hint={t(is_handle_open ? "settings.handle_hint" : "settings.handle_fixed")}
        maxLength={60}
        autoComplete="off"
        disabled={!is_handle_open}
      />
      <AreaField
        name="description"
        label={t("settings.description")}
        hint={has_formatting ? t("products.formatting_hint") : undefined}
        is_optional
        rows={5}
      />
      {mayWrite && <ImageField name="logo_url" label={t("settings.logo")} />}
      {mayWrite && <ImageField name="banner_url" label={t("settings.banner")} />}
      <TextField name="contact_email" label={t("door.contact_email")} type="email" />
      <TextField
        name="contact_phone"
        label={t("door.contact_phone")}
        hint={t("door.contact_phone_hint")}
        type="tel"
        is_optional
      />
      <TextField name="address_1" label={t("door.street")} is_optional />
      <TextField name="address_2" label={t("settings.address_2")} is_optional />
      <TextField name="city" label={t("door.city")} is_optional />
      <TextField name="province" label={t("door.province")} is_optional />
      <TextField name="postal_code" label={t("door.postal_code")} is_optional />
      <ChoiceField name="country_code" label={t("door.country")} choices={countries} is_optional />
    </>
  )
}
