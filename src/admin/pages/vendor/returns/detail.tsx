import { Alert } from "@medusajs/ui"
import { useParams } from "react-router-dom"
import { Deadline } from "../../../components/deadline"
import { Loaded } from "../../../components/loaded"
import { Page, TwoColumns } from "../../../components/page"
import { ReturnPhotos } from "../../../components/return-parts"
import { StatusBadge } from "../../../components/status-badge"
import { TextLink } from "../../../components/text-link"
import { useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { FactsSection, ItemsSection } from "./parts"
import { type Return, stageOf } from "./return"
import { ReturnActions } from "./return-actions"

export default function ReturnDetail() {
  const { id = "" } = useParams()
  const { t } = useText()
  const query = useAnswer("GET /vendor/returns/:id", { params: { id } })

  return (
    <Loaded query={query}>
      {({ return: found }) => (
        <Page
          title={t("returns.detail_title", { number: `#${found.display_id}` })}
          aside={<StatusBadge of="shop_return" status={stageOf(found)} />}
          back="/vendor/returns"
          actions={<ReturnActions found={found} />}
        >
          <Next found={found} />
          <TwoColumns
            main={
              <>
                <ItemsSection found={found} />
                {found.photos.length > 0 && <ReturnPhotos photos={found.photos} />}
              </>
            }
            side={<FactsSection found={found} order={<OrderLink found={found} />} />}
          />
        </Page>
      )}
    </Loaded>
  )
}

/** What is to be done, until when, and what happens otherwise. */
function Next({ found: { state, due_at } }: { found: Return }) {
  const { t, named, format } = useText()
  if (!state) {
    return <Alert variant="info">{t("returns.of_medusa")}</Alert>
  }
  if (due_at && (state === "requested" || state === "in_transit")) {
    const text = state === "requested" ? "returns.decide_by" : "returns.receive_by"

    return (
      <Deadline due_at={due_at} hint={`${t(`returns.next.${state}`)} ${t(`returns.otherwise.${state}`)}`}>
        {t(text, { when: format.moment(due_at) })}
      </Deadline>
    )
  }

  return <Alert variant="info">{named("returns.next", state)}</Alert>
}

function OrderLink({ found }: { found: Return }) {
  return <TextLink to={`/vendor/orders/${found.vendor_order_id}`}>#{found.vendor_order_number}</TextLink>
}
