import { Button, Text } from "@medusajs/ui"
import { useFormContext, useWatch } from "react-hook-form"
import { CellSwitch, CellText } from "../../../../components/cell-fields"
import { ChoiceField, SwitchField } from "../../../../components/fields"
import { Section } from "../../../../components/page"
import { useText } from "../../../../lib/text"
import { HolidaysField } from "./holidays-field"
import { clocksWith, WEEK } from "./hours"
import type { ServiceValues } from "./service-values"

/** When the shop is open: its clock, a line for each day, and its days off. */
export function HoursSection() {
  const { t } = useText()
  const { formState, watch } = useFormContext<ServiceValues>()
  const [has_hours, offset] = watch(["has_hours", "utc_offset_minutes"])
  const set = formState.defaultValues?.utc_offset_minutes ?? offset

  return (
    <Section
      title={t("service.hours")}
      hint={t("service.hours_hint")}
      className="flex flex-col gap-y-4 px-4 py-4 sm:px-6"
    >
      <SwitchField name="has_hours" label={t("service.has_hours")} />
      {has_hours && (
        <>
          <ChoiceField
            name="utc_offset_minutes"
            label={t("service.zone")}
            hint={t("service.zone_hint")}
            choices={clocksWith(Number(set))}
          />
          <div className="divide-y rounded-md border">
            {WEEK.map((day) => (
              <DayRow key={day} day={day} />
            ))}
          </div>
          <Text size="small" className="text-ui-fg-subtle">
            {t("service.closes_hint")}
          </Text>
          <CopyHours />
          <HolidaysField name="holidays" />
        </>
      )}
    </Section>
  )
}

function DayRow({ day }: { day: number }) {
  const { t, format } = useText()
  const is_open: boolean = useWatch({ name: `week.${day}.is_open` })
  const name = format.weekday(day)

  return (
    <fieldset className="flex min-w-0 flex-wrap items-start gap-x-4 gap-y-2 px-3 py-3">
      <legend className="sr-only">{name}</legend>
      <div className="flex min-h-8 w-full items-center justify-between gap-x-3 sm:w-56">
        <span aria-hidden="true" className="txt-compact-small-plus first-letter:uppercase">
          {name}
        </span>
        <div className="flex items-center gap-x-2">
          <span aria-hidden="true" className="txt-compact-small text-ui-fg-subtle">
            {t(is_open ? "service.open" : "service.closed")}
          </span>
          <CellSwitch name={`week.${day}.is_open`} label={`${name}: ${t("service.open")}`} />
        </div>
      </div>
      {is_open && (
        <div className="grid min-w-0 flex-1 grid-cols-2 gap-x-3">
          {(["opens", "closes"] as const).map((end) => (
            <div key={end} className="txt-compact-small flex min-w-0 flex-col gap-x-2 gap-y-1 sm:flex-row">
              <span aria-hidden="true" className="text-ui-fg-subtle sm:pt-1.5">
                {t(`service.${end}`)}
              </span>
              <CellText name={`week.${day}.${end}`} label={`${name}: ${t(`service.${end}`)}`} type="time" />
            </div>
          ))}
        </div>
      )}
    </fieldset>
  )
}

/** Most shops have the same hours on most days. */
function CopyHours() {
  const { t, format } = useText()
  const { getValues, setValue } = useFormContext<ServiceValues>()
  const week: ServiceValues["week"] = useWatch({ name: "week" })
  const [first, ...others] = WEEK.filter((day) => week[day]?.is_open)
  if (first === undefined || !others.length) {
    return null
  }
  const copy = (): void => {
    const { opens, closes } = getValues(`week.${first}`)
    for (const day of others) {
      setValue(`week.${day}`, { is_open: true, opens, closes }, { shouldDirty: true, shouldValidate: true })
    }
  }

  return (
    <div>
      <Button type="button" size="small" variant="secondary" onClick={copy}>
        {t("service.copy", { day: format.weekday(first) })}
      </Button>
    </div>
  )
}
