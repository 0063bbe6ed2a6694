import { useParams } from "react-router-dom"
import { Page } from "../../../components/page"
import { behindQuery, OrdersBehindList } from "../../../components/scorecard/orders-behind-list"
import { useAnswer } from "../../../lib/api/hooks"
import { useListState } from "../../../lib/list-state"
import { useText } from "../../../lib/text"

export default function OrdersBehind() {
  const { metric = "" } = useParams()
  const { named } = useText()
  const list = useListState()
  const query = useAnswer(
    "GET /vendor/performance/:metric/orders",
    { params: { metric }, query: behindQuery(list) },
    { keeps_last: true }
  )
  const title = named("scorecard.metrics", metric)

  return (
    <Page title={title} hint={named("scorecard.explained", metric)} back="/vendor/performance">
      <OrdersBehindList label={title} query={query} list={list} href={({ id }) => `/vendor/orders/${id}`} />
    </Page>
  )
}
