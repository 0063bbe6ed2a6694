import { Input } from "@medusajs/ui"
import { useCallback } from "react"
import { type ListState, useTyped } from "../../lib/list-state"
import { type Asked, CHOICES, dayBefore, INTERVALS, isDay, OWN_DAYS, zonesFor } from "../../lib/report-period"
import { useText } from "../../lib/text"
import { SelectBox } from "../select-box"

type Props = {
  asked: Asked
  /** The clock of the report that is shown; none until it has come. */
  time_zone: string | undefined
  setFilter: ListState["setFilter"]
}

/** As wide as what it says. */
export const BOX = "w-auto min-w-20"

/** Which days, how they are cut, and by whose clock they begin. */
export function PeriodChoice({ asked, time_zone, setFilter }: Props) {
  const { t, named } = useText()

  return (
    <>
      <SelectBox
        aria-label={t("reports.period")}
        className={BOX}
        value={asked.name}
        choices={CHOICES.map((value) => ({ value, label: named("reports.periods", value) }))}
        onChange={(name) => setFilter("period", name)}
      />
      {asked.name === OWN_DAYS && <OwnDays asked={asked} setFilter={setFilter} />}
      <SelectBox
        aria-label={t("reports.interval")}
        className={BOX}
        value={asked.interval}
        choices={INTERVALS.map((value) => ({ value, label: t(`reports.by.${value}`) }))}
        onChange={(name) => setFilter("interval", name)}
      />
      {time_zone && (
        <SelectBox
          aria-label={t("reports.time_zone")}
          className={BOX}
          value={time_zone}
          choices={zonesFor(time_zone, Intl.DateTimeFormat().resolvedOptions().timeZone).map((value) => ({
            value,
            label: value.replaceAll("_", " "),
          }))}
          onChange={(zone) => setFilter("zone", zone)}
        />
      )}
    </>
  )
}

function OwnDays({ asked, setFilter }: Pick<Props, "asked" | "setFilter">) {
  const { t } = useText()

  return (
    <>
      <DayInput name="from" label={t("reports.first_day")} day={asked.from} setFilter={setFilter} />
      <DayInput name="last" label={t("reports.last_day")} day={dayBefore(asked.to)} setFilter={setFilter} />
    </>
  )
}

type DayProps = { name: string; label: string; day: string; setFilter: ListState["setFilter"] }

/** On the way to a day that is typed the field holds others, such as one of the year 2. */
function DayInput({ name, label, day, setFilter }: DayProps) {
  const choose = useCallback(
    (typed: string) => {
      if (isDay(typed)) {
        setFilter(name, typed)
      }
    },
    [name, setFilter]
  )
  const [typed, setTyped] = useTyped(day, choose)

  return (
    <Input
      type="date"
      size="small"
      aria-label={label}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
    />
  )
}
