import { XMarkMini } from "@medusajs/icons"
import { Button, Hint, Input, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { useController } from "react-hook-form"
import { useText } from "../../../../lib/text"
import { MOST_HOLIDAYS } from "./service-values"

/** Days on which the shop is closed besides, as `2026-12-25`. */
export function HolidaysField({ name }: { name: string }) {
  const { t } = useText()
  const id = useId()
  const { field, fieldState } = useController({ name })
  const [typed, setTyped] = useState("")
  const days: string[] = field.value ?? []
  const add = (): void => {
    if (typed) {
      field.onChange([...new Set([...days, typed])].sort())
      setTyped("")
    }
  }

  return (
    <fieldset className="flex min-w-0 flex-col gap-y-2">
      <legend className="txt-compact-small-plus mb-2">{t("service.holidays")}</legend>
      <Text size="small" className="text-ui-fg-subtle">
        {t("service.holidays_hint")}
      </Text>
      <DaysOff days={days} onRemove={(day) => field.onChange(days.filter((other) => other !== day))} />
      <div className="flex flex-wrap items-end gap-2">
        <Input
          id={id}
          type="date"
          size="small"
          aria-label={t("service.holiday")}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            // Enter adds the day; it does not save the page.
            if (event.key === "Enter") {
              event.preventDefault()
              add()
            }
          }}
        />
        <Button
          type="button"
          size="small"
          variant="secondary"
          disabled={!typed || days.length >= MOST_HOLIDAYS}
          onClick={add}
        >
          {t("service.add_holiday")}
        </Button>
      </div>
      {fieldState.error && (
        <Hint variant="error" role="alert">
          {fieldState.error.message}
        </Hint>
      )}
    </fieldset>
  )
}

function DaysOff({ days, onRemove }: { days: string[]; onRemove: (day: string) => void }) {
  const { t, format } = useText()
  if (!days.length) {
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("service.no_holidays")}
      </Text>
    )
  }

  return (
    <ul className="flex flex-wrap gap-2">
      {days.map((day) => (
        <li key={day}>
          <button
            type="button"
            onClick={() => onRemove(day)}
            className="txt-compact-small flex items-center gap-x-1 rounded-md border bg-ui-bg-field px-2 py-1.5 outline-none hover:bg-ui-bg-field-hover focus-visible:shadow-borders-focus"
          >
            <span className="sr-only">{t("actions.remove")}: </span>
            {format.fullDay(day)}
            <XMarkMini aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  )
}
