import { useParams } from "react-router-dom"
import { Loaded } from "../../../components/loaded"
import { Page, TwoColumns } from "../../../components/page"
import { useShopNames } from "../../../components/shop-name"
import { StatusBadge } from "../../../components/status-badge"
import { useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { CaseActions } from "./case-actions"
import { EvidenceSection } from "./evidence-section"
import { FactsSection } from "./facts-section"
import { HistorySection } from "./history-section"
import { ItemsSection } from "./items-section"
import { MessagesSection } from "./messages-section"

export default function DisputeDetail() {
  const { id = "" } = useParams()
  const { t, format } = useText()
  const query = useAnswer("GET /admin/disputes/:id", { params: { id } })
  const shopName = useShopNames(query.data?.dispute.shares.map(({ vendor_id }) => vendor_id) ?? [])

  return (
    <Loaded query={query}>
      {({ dispute }) => (
        <Page
          title={t("cases.title", { amount: format.money(dispute.amount, dispute.currency_code) })}
          aside={<StatusBadge of="dispute" status={dispute.state} />}
          hint={t(`cases.kind_names.${dispute.kind}`)}
          back="/marketplace/disputes"
          actions={<CaseActions dispute={dispute} />}
        >
          <TwoColumns
            main={
              <>
                <MessagesSection dispute={dispute} shopName={shopName} />
                <EvidenceSection dispute={dispute} shopName={shopName} />
                <ItemsSection dispute={dispute} />
              </>
            }
            side={
              <>
                <FactsSection dispute={dispute} shopName={shopName} />
                <HistorySection dispute={dispute} />
              </>
            }
          />
        </Page>
      )}
    </Loaded>
  )
}
