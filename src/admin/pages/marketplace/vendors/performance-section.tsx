import { Loaded } from "../../../components/loaded"
import { Section } from "../../../components/page"
import { StatusBadge } from "../../../components/status-badge"
import { TextLink } from "../../../components/text-link"
import { useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"

/** The worst of its figures; all of them have a page of their own. */
export function PerformanceSection({ vendor_id }: { vendor_id: string }) {
  const { t } = useText()
  const query = useAnswer("GET /admin/vendors/:id/performance", { params: { id: vendor_id } })

  return (
    <Section title={t("scorecard.title")}>
      <Loaded query={query} rows={1}>
        {({ performance }) => (
          <div className="flex flex-wrap items-center justify-between gap-2">
            <StatusBadge of="performance" status={performance.state} />
            <TextLink to={`/marketplace/vendors/${vendor_id}/performance`} className="txt-small">
              {t("scorecard.all_figures")}
            </TextLink>
          </div>
        )}
      </Loaded>
    </Section>
  )
}
