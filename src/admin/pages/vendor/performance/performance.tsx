import { Loaded } from "../../../components/loaded"
import { Page } from "../../../components/page"
import { Scorecard } from "../../../components/scorecard/scorecard"
import { StatusBadge } from "../../../components/status-badge"
import { useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"

export default function Performance() {
  const { t } = useText()
  const query = useAnswer("GET /vendor/performance", {})

  return (
    <Loaded query={query}>
      {({ performance }) => (
        <Page
          title={t("scorecard.title")}
          hint={t("scorecard.hint")}
          aside={<StatusBadge of="performance" status={performance.state} />}
        >
          <Scorecard performance={performance} href={(metric) => `/vendor/performance/${metric}`} />
        </Page>
      )}
    </Loaded>
  )
}
