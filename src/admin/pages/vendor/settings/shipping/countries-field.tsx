import { Button, Checkbox, Hint, Text } from "@medusajs/ui"
import { useId } from "react"
import { useController } from "react-hook-form"
import { countryNames } from "../../../../lib/countries"
import { useText } from "../../../../lib/text"

type Props = { name: string; codes: string[] }

/** Some of the countries that there are to choose from. */
export function CountriesField({ name, codes }: Props) {
  const { t, language } = useText()
  const id = useId()
  const { field, fieldState } = useController({ name })
  const chosen: string[] = field.value ?? []
  const isAll = codes.every((code) => chosen.includes(code))
  const choices = codes
    .map((code) => ({ code, label: countryNames([code], language).join() }))
    .sort((one, other) => one.label.localeCompare(other.label, language))

  return (
    <fieldset className="flex min-w-0 flex-col gap-y-2" aria-describedby={`${id}-hint`}>
      <legend className="txt-compact-small-plus mb-2">{t("shipping.countries")}</legend>
      <Text size="small" className="text-ui-fg-subtle" id={`${id}-hint`}>
        {t("shipping.countries_hint")}
      </Text>
      {codes.length > 1 && (
        <div>
          <Button
            type="button"
            size="small"
            variant="secondary"
            onClick={() => field.onChange(isAll ? [] : codes)}
          >
            {t(isAll ? "shipping.no_countries" : "shipping.all_countries")}
          </Button>
        </div>
      )}
      <ul className="max-h-52 divide-y overflow-y-auto rounded-md border">
        {choices.map(({ code, label }) => (
          <li key={code} className="flex items-center gap-x-3 px-3">
            <Checkbox
              id={`${id}-${code}`}
              checked={chosen.includes(code)}
              onCheckedChange={(is_on) =>
                field.onChange(is_on ? [...chosen, code] : chosen.filter((other) => other !== code))
              }
            />
            <label htmlFor={`${id}-${code}`} className="txt-compact-small min-w-0 flex-1 break-words py-2">
              {label}
            </label>
          </li>
        ))}
      </ul>
      {fieldState.error && (
        <Hint variant="error" role="alert">
          {fieldState.error.message}
        </Hint>
      )}
    </fieldset>
  )
}
