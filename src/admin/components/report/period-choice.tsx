import { Input, Select } from "@medusajs/ui"
import type { ListState } from "../../lib/list-state"
import { type Asked, CHOICES, dayBefore, INTERVALS, OWN_DAYS, zonesFor } from "../../lib/report-period"
import { useText } from "../../lib/text"

type Props = {
  asked: Asked
  /** The clock of the report that is shown; none until it has come. */
  time_zone: string | undefined
  setFilter: ListState["setFilter"]
}

/** Which days, how they are cut, and by whose clock they begin. */
export function PeriodChoice({ asked, time_zone, setFilter }: Props) {
  const { t, named } = useText()

  return (
    <>
      <Choice
        label={t("reports.period")}
        value={asked.name}
        choices={CHOICES.map((name) => [name, named("reports.periods", name)])}
        onChange={(name) => setFilter("period", name)}
      />
      {asked.name === OWN_DAYS && <OwnDays asked={asked} setFilter={setFilter} />}
      <Choice
        label={t("reports.interval")}
        value={asked.interval}
        choices={INTERVALS.map((name) => [name, t(`reports.by.${name}`)])}
        onChange={(name) => setFilter("interval", name)}
      />
      {time_zone && (
        <Choice
          label={t("reports.time_zone")}
          value={time_zone}
          choices={zonesFor(time_zone, Intl.DateTimeFormat().resolvedOptions().timeZone).map((zone) => [
            zone,
            zone.replaceAll("_", " "),
          ])}
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

type ChoiceProps = {
  label: string
  value: string
  choices: [value: string, label: string][]
  onChange: (value: string) => void
}

export function Choice({ label, value, choices, onChange }: ChoiceProps) {
  return (
    <Select size="small" value={value} onValueChange={onChange}>
      <Select.Trigger aria-label={label} className="w-auto min-w-20">
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {choices.map(([choice, text]) => (
          <Select.Item key={choice} value={choice}>
            {text}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
