import { Button, toast } from "@medusajs/ui"
import { FormProvider, type Resolver, useForm } from "react-hook-form"
import { Failure } from "../../../components/form-drawer"
import { Section } from "../../../components/page"
import { useAction } from "../../../lib/api/hooks"
import { useMayAsStaff } from "../../../lib/me"
import { useSaving } from "../../../lib/saving"
import { type TextKey, type Texts, useText } from "../../../lib/text"
import { beginSave } from "../../../lib/use-stored-values"
import { SettingField } from "./setting-field"
import { GROUPS, type GroupName, type Kind, type Spec } from "./specs"
import {
  changeOf,
  fieldAt,
  isReadable,
  nameOf,
  type Settings,
  touchedSpecs,
  type Written,
  writtenOf,
} from "./values"

type Values = Record<string, Written>

/** Settings that belong together, saved together. */
export function GroupForm({ name, settings }: { name: GroupName; settings: Settings }) {
  const texts = useText()
  const { t } = texts
  const may = useMayAsStaff()
  const specs: readonly Spec[] = GROUPS[name]
  const form = useForm<Values>({
    resolver: readable(specs, texts),
    defaultValues: writtenOf(settings, specs),
  })
  const change = useAction("POST /admin/settings", ["/admin/settings"])
  const saving = useSaving(form, {
    save: async (values) => {
      const markSaved = beginSave(form)
      const touched = touchedSpecs(specs, form.formState.defaultValues ?? {}, values)
      await change.mutateAsync({ body: changeOf(settings, touched, values) })
      markSaved(values)
    },
    field_at: (path) => fieldAt(path, specs),
    onSaved: () => toast.success(t("operator_settings.saved")),
  })

  return (
    <Section title={t(`operator_settings.groups.${name}`)} className="">
      <FormProvider {...form}>
        <form onSubmit={saving.submit} noValidate className="flex flex-col gap-y-4 px-4 py-4 sm:px-6">
          <Failure saving={saving} />
          <fieldset disabled={!may("settings:write")} className="grid grid-cols-1 gap-4 lg:grid-cols-2">
            <legend className="sr-only">{t(`operator_settings.groups.${name}`)}</legend>
            {specs.map((spec) => (
              <SettingField key={spec.path} spec={spec} />
            ))}
          </fieldset>
          {may("settings:write") && (
            <Button
              type="submit"
              size="small"
              className="self-end"
              disabled={!form.formState.isDirty}
              isLoading={saving.is_saving}
            >
              {t("actions.save")}
            </Button>
          )}
        </form>
      </FormProvider>
    </Section>
  )
}

const WRONG: Partial<Record<Kind, TextKey>> = {
  amounts: "inputs.bad_amounts",
  rail_amounts: "operator_settings.bad_rail_amounts",
  routes: "operator_settings.bad_routes",
  percent: "forms.percent",
}

/** What cannot be read at all is said here; what the platform allows the server knows. */
const readable =
  (specs: readonly Spec[], { t }: Texts): Resolver<Values> =>
  (values) => {
    const wrong = specs.filter((spec) => !isReadable(spec, values[nameOf(spec)]))
    const errors = Object.fromEntries(
      wrong.map((spec) => [
        nameOf(spec),
        { type: "format", message: t(WRONG[spec.kind] ?? "forms.whole_number") },
      ])
    )

    return wrong.length ? { values: {}, errors } : { values, errors: {} }
  }
