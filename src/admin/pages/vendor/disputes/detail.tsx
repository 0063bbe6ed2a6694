import { Alert } from "@medusajs/ui"
import { useParams } from "react-router-dom"
import { Deadline } from "../../../components/deadline"
import { Loaded } from "../../../components/loaded"
import { Page, TwoColumns } from "../../../components/page"
import { StatusBadge } from "../../../components/status-badge"
import { useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { AcceptButton } from "./accept-button"
import type { Dispute } from "./dispute"
import { EvidenceSection } from "./evidence-section"
import { FactsSection } from "./facts-section"
import { MessagesSection } from "./messages-section"

export default function DisputeDetail() {
  const { id = "" } = useParams()
  const { t, named } = useText()
  const query = useAnswer("GET /vendor/disputes/:id", { params: { id } })

  return (
    <Loaded query={query}>
      {({ dispute }) => (
        <Page
          title={named("dispute_reasons", dispute.reason)}
          hint={t(`disputes.kinds.${dispute.kind}`)}
          aside={<StatusBadge of="shop_dispute" status={dispute.state} />}
          back="/vendor/disputes"
          actions={<AcceptButton dispute={dispute} />}
        >
          <Next dispute={dispute} />
          <TwoColumns
            main={
              <>
                <MessagesSection dispute={dispute} />
                <EvidenceSection dispute={dispute} />
              </>
            }
            side={<FactsSection dispute={dispute} />}
          />
        </Page>
      )}
    </Loaded>
  )
}

/** What is to be done, until when. */
function Next({ dispute: { state, due_at } }: { dispute: Dispute }) {
  const { t, format } = useText()
  if (state !== "open") {
    return <Alert variant="info">{t(`disputes.next.${state}`)}</Alert>
  }
  const isPassed = new Date(due_at).getTime() < Date.now()

  return (
    <Deadline due_at={due_at} hint={t(isPassed ? "disputes.answer_passed" : "disputes.answer_hint")}>
      {t("disputes.answer_by", { when: format.moment(due_at) })}
    </Deadline>
  )
}
