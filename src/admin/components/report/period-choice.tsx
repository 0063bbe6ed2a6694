import { Input } from "@medusajs/ui"
import type { ListState } from "../../lib/list-state"
import { type Asked, CHOICES, dayBefore, INTERVALS, OWN_DAYS, zonesFor } from "../../lib/report-period"
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
  const days = [
    ["from", t("reports.first_day"), asked.from],
    ["last", t("reports.last_day"), dayBefore(asked.to)],
  ] as const

  return (
    <>
      {days.map(([name, label, day]) => (
        <Input
          key={name}
          type="date"
          size="small"
          aria-label={label}
          value={day}
          onChange={({ target }) => target.value && setFilter(name, target.value)}
        />
      ))}
    </>
  )
}
