import { Button, toast } from "@medusajs/ui"
import { FormProvider, useForm } from "react-hook-form"
import { AreaField, TextField } from "../../../../components/fields"
import { Failure } from "../../../../components/form-drawer"
import { Loaded } from "../../../../components/loaded"
import { Section, TwoColumns } from "../../../../components/page"
import type { Answer } from "../../../../lib/api/client"
import { useAction, useAnswer } from "../../../../lib/api/hooks"
import { useMayInShop, useShop } from "../../../../lib/me"
import { changesIn } from "../../../../lib/own-changes"
import { useResolver } from "../../../../lib/resolver"
import { useSaving } from "../../../../lib/saving"
import { useText } from "../../../../lib/text"
import { beginSave, useStoredValues } from "../../../../lib/use-stored-values"
import { SettingsPage } from "../settings-page"
import { AtDoorSection } from "./at-door-section"
import { HoursSection } from "./hours-section"
import { InShort } from "./in-short"
import { type ServiceValues, serviceSchema, serviceValues, settingsOf } from "./service-values"

type Shop = Answer<"GET /vendor/shops/:id">["shop"]

/** How the shop works: when it ships, when it is open, its rules for returns, payment at the door. */
export default function Service() {
  const { t } = useText()
  const id = useShop()?.vendor_id ?? ""
  const query = useAnswer("GET /vendor/shops/:id", { params: { id } }, { enabled: Boolean(id) })

  return (
    <SettingsPage hint={t("service.hint")} writes="shop:write">
      <Loaded query={query}>{({ shop }) => <ServiceForm key={shop.id} shop={shop} />}</Loaded>
    </SettingsPage>
  )
}

function ServiceForm({ shop }: { shop: Shop }) {
  const texts = useText()
  const { t } = texts
  const mayWrite = useMayInShop()("shop:write")
  const stored = serviceValues(shop.settings, -new Date().getTimezoneOffset())
  const form = useForm<ServiceValues>({ resolver: useResolver(serviceSchema(texts)), defaultValues: stored })
  useStoredValues(form, stored)
  const change = useAction("POST /vendor/shops/:id", ["/vendor"])
  const saving = useSaving(form, {
    save: async (values) => {
      const markSaved = beginSave(form)
      // Filled from `stored`, whole, so that what it held can be read like what is typed.
      const before = settingsOf(form.control._defaultValues as ServiceValues)
      const settings = changesIn(before, settingsOf(values))
      await change.mutateAsync({ params: { id: shop.id }, body: { settings } })
      markSaved(values)
      toast.success(t("service.saved"))
    },
  })

  return (
    <FormProvider {...form}>
      <TwoColumns
        main={
          <form onSubmit={saving.submit} noValidate>
            <fieldset disabled={!mayWrite} className="flex min-w-0 flex-col gap-y-3">
              <HandlingSection />
              <HoursSection />
              <ReturnsSection />
              <AtDoorSection country_code={shop.country_code ?? ""} />
            </fieldset>
            {mayWrite && (
              <div className="flex flex-col items-start gap-y-2 px-1 pt-3">
                <Failure saving={saving} />
                <Button type="submit" size="small" isLoading={saving.is_saving}>
                  {t("actions.save")}
                </Button>
              </div>
            )}
          </form>
        }
        side={<InShort />}
      />
    </FormProvider>
  )
}

function HandlingSection() {
  const { t } = useText()

  return (
    <Section title={t("service.handling")}>
      <TextField
        name="settings.handling_days"
        label={t("service.handling_days")}
        hint={t("service.handling_days_hint")}
        inputMode="numeric"
        maxLength={2}
        autoComplete="off"
        is_optional
      />
    </Section>
  )
}

function ReturnsSection() {
  const { t } = useText()

  return (
    <Section title={t("service.returns")}>
      <AreaField
        name="settings.return_policy"
        label={t("service.return_policy")}
        hint={t("service.return_policy_hint")}
        rows={5}
        is_optional
      />
    </Section>
  )
}
