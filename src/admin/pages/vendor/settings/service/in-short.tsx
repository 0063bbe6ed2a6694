import { Text } from "@medusajs/ui"
import { useFormContext } from "react-hook-form"
import { Facts, Section } from "../../../../components/page"
import { countryNames } from "../../../../lib/countries"
import { type Texts, useText } from "../../../../lib/text"
import { daysAlike, spanOf } from "./hours"
import type { ServiceValues } from "./service-values"

/** What is filled in beside it, as one reads it. */
export function InShort() {
  const texts = useText()
  const { t } = texts
  const values = useFormContext<ServiceValues>().watch()

  return (
    <Section title={t("service.short")} hint={t("service.short_hint")}>
      <Facts
        facts={[
          [t("service.leaves"), leaving(values, texts)],
          [t("service.hours"), <Hours key="hours" values={values} />],
          [t("service.at_door"), atDoor(values, texts)],
          [
            t("service.returns"),
            <Text key="returns" size="small" className="whitespace-pre-line break-words">
              {values.settings.return_policy.trim() || t("service.nothing")}
            </Text>,
          ],
        ]}
      />
    </Section>
  )
}

function leaving({ settings }: ServiceValues, { t }: Texts): string {
  const days = settings.handling_days.trim()
  if (!/^\d+$/.test(days)) {
    return t("service.as_marketplace")
  }

  return Number(days) === 0 ? t("service.leaves_same_day") : t("service.leaves_in", { count: Number(days) })
}

function atDoor({ is_at_door, areas }: ServiceValues, { t, language }: Texts): string {
  if (!is_at_door) {
    return t("service.no")
  }
  const places = areas
    .filter(({ country_code }) => country_code)
    .map(({ country_code, province }) => [province.trim(), ...countryNames([country_code], language)])
    .map((place) => place.filter(Boolean).join(", "))

  return places.length ? t("service.yes_in", { places: places.join("; ") }) : t("service.everywhere")
}

function Hours({ values: { has_hours, week, holidays } }: { values: ServiceValues }) {
  const { t, format } = useText()
  if (!has_hours) {
    return <>{t("service.always")}</>
  }

  return (
    <ul>
      {daysAlike(week.map(spanOf)).map(({ first, last, span }) => (
        <li key={first}>
          <span className="inline-block first-letter:uppercase">
            {[...new Set([first, last])].map(format.weekday).join("–")}
          </span>
          {": "}
          {span ? span.map(format.clock).join("–") : t("service.closed")}
        </li>
      ))}
      {holidays.length > 0 && (
        <li>
          {t("service.holidays")}: {holidays.map(format.fullDay).join("; ")}
        </li>
      )}
    </ul>
  )
}
