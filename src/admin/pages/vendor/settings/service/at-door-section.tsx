import { Trash } from "@medusajs/icons"
import { Button, IconButton, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { useFieldArray, useFormContext } from "react-hook-form"
import { ChoiceField, SwitchField, TextField } from "../../../../components/fields"
import { Section } from "../../../../components/page"
import { countriesIn } from "../../../../lib/countries"
import { useText } from "../../../../lib/text"
import type { ServiceValues } from "./service-values"

/** Whether buyers may pay when the parcel comes, and where. */
export function AtDoorSection({ country_code }: { country_code: string }) {
  const { t } = useText()
  const { watch } = useFormContext<ServiceValues>()

  return (
    <Section
      title={t("service.at_door")}
      hint={t("service.at_door_hint")}
      className="flex flex-col gap-y-4 px-4 py-4 sm:px-6"
    >
      <SwitchField name="is_at_door" label={t("service.is_at_door")} />
      {watch("is_at_door") && <Areas country_code={country_code} />}
    </Section>
  )
}

const MOST_AREAS = 200

function Areas({ country_code }: { country_code: string }) {
  const { t, language } = useText()
  const countries = useMemo(() => countriesIn(language), [language])
  const { fields, append, remove } = useFieldArray<ServiceValues, "areas">({ name: "areas" })

  return (
    <fieldset className="flex min-w-0 flex-col gap-y-3">
      <legend className="txt-compact-small-plus mb-2">{t("service.areas")}</legend>
      <Text size="small" className="text-ui-fg-subtle">
        {t("service.areas_hint")}
      </Text>
      {fields.map(({ id }, index) => (
        <fieldset key={id} className="flex min-w-0 items-start gap-x-2 rounded-md border px-3 py-3">
          <legend className="sr-only">{t("service.area", { number: index + 1 })}</legend>
          <div className="grid min-w-0 flex-1 grid-cols-1 gap-3 sm:grid-cols-2">
            <ChoiceField name={`areas.${index}.country_code`} label={t("door.country")} choices={countries} />
            <TextField
              name={`areas.${index}.province`}
              label={t("door.province")}
              hint={t("service.province_hint")}
              maxLength={80}
              is_optional
            />
          </div>
          <IconButton
            type="button"
            size="small"
            variant="transparent"
            aria-label={`${t("actions.remove")}: ${t("service.area", { number: index + 1 })}`}
            onClick={() => remove(index)}
          >
            <Trash />
          </IconButton>
        </fieldset>
      ))}
      <div>
        <Button
          type="button"
          size="small"
          variant="secondary"
          disabled={fields.length >= MOST_AREAS}
          onClick={() => append({ country_code, province: "" })}
        >
          {t("service.add_area")}
        </Button>
      </div>
    </fieldset>
  )
}
