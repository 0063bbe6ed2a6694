import { Text } from "@medusajs/ui"
import type { Answer } from "../../lib/api/client"
import { type Texts, useText } from "../../lib/text"
import { Facts, Section } from "../page"
import { StatusBadge } from "../status-badge"
import { TextLink } from "../text-link"

type Performance = Answer<"GET /vendor/performance">["performance"]
type Metric = Performance["metrics"][number]

type Props = {
  performance: Performance
  /** Where the orders behind a figure are shown. */
  href?: (metric: string) => string
}

/** How a shop serves its buyers: each figure with its lines, and what of it counts. */
export function Scorecard({ performance, href }: Props) {
  return (
    <div className="grid grid-cols-1 gap-3 lg:grid-cols-2">
      {performance.metrics.map((metric) => (
        <MetricSection key={metric.metric} metric={metric} href={href} />
      ))}
    </div>
  )
}

function MetricSection({ metric, href }: { metric: Metric; href?: Props["href"] }) {
  const texts = useText()
  const { t, named, format } = texts

  return (
    <Section
      title={named("scorecard.metrics", metric.metric)}
      hint={named("scorecard.explained", metric.metric)}
      actions={<StatusBadge of="performance" status={metric.state} />}
      className="flex flex-col gap-y-3 px-4 py-4 sm:px-6"
    >
      <Text size="xlarge" weight="plus" className="tabular-nums">
        {metric.value_bps === null ? "–" : format.percent(metric.value_bps)}
      </Text>
      {metric.reason_code && (
        <Text size="small" className="text-ui-fg-subtle">
          {named("scorecard.reasons", metric.reason_code)}
        </Text>
      )}
      <Facts facts={factsOf(metric, texts)} />
      {href && metric.causes && (
        <TextLink to={href(metric.metric)} className="txt-small">
          {t("scorecard.orders_behind")}
        </TextLink>
      )}
    </Section>
  )
}

function factsOf(metric: Metric, { t, format }: Texts): [string, string][] {
  const { numerator, denominator, window_days, minimum, warn_bps, limit_bps, causes } = metric
  const facts: [string, string | null][] = [
    [
      t("scorecard.counted"),
      numerator === null || denominator === null
        ? null
        : t("scorecard.of", { count: format.number(numerator), all: format.number(denominator) }),
    ],
    [t("scorecard.window"), window_days === null ? null : t("scorecard.days", { count: window_days })],
    [t("scorecard.minimum"), minimum === null ? null : format.number(minimum)],
    [t("scorecard.warn_line"), warn_bps === null ? null : format.percent(warn_bps)],
    [t("scorecard.limit_line"), limit_bps === null ? null : format.percent(limit_bps)],
    [
      t("scorecard.by_others"),
      causes &&
        t("scorecard.causes_of_others", {
          courier: causes.courier,
          buyer: causes.buyer,
          platform: causes.platform,
        }),
    ],
  ]

  return facts.filter((fact): fact is [string, string] => fact[1] !== null)
}
