import { useParams } from "react-router-dom"
import { Page } from "../../../components/page"
import { behindQuery, OrdersBehindList } from "../../../components/scorecard/orders-behind-list"
import { useShopNames } from "../../../components/shop-name"
import { useAnswer } from "../../../lib/api/hooks"
import { useListState } from "../../../lib/list-state"
import { useText } from "../../../lib/text"

/** The orders behind a figure of one shop; each leads to the order that it is a part of. */
export default function OrdersBehindForStaff() {
  const { id = "", metric = "" } = useParams()
  const { named } = useText()
  const list = useListState()
  const query = useAnswer(
    "GET /admin/vendors/:id/performance/:metric/orders",
    { params: { id, metric }, query: behindQuery(list) },
    { keeps_last: true }
  )
  const shopName = useShopNames([id])
  const title = `${shopName(id)}: ${named("scorecard.metrics", metric)}`

  return (
    <Page
      title={title}
      hint={named("scorecard.explained", metric)}
      back={`/marketplace/vendors/${id}/performance`}
    >
      <OrdersBehindList
        label={title}
        query={query}
        list={list}
        href={({ order_id }) => `/orders/${order_id}`}
      />
    </Page>
  )
}
