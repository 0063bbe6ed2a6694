import { useParams } from "react-router-dom"
import { Loaded } from "../../../components/loaded"
import { Page, TwoColumns } from "../../../components/page"
import { StatusBadge } from "../../../components/status-badge"
import { useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { AfterSaleSection } from "./after-sale-section"
import { BuyerSection } from "./buyer-section"
import { HistorySection } from "./history-section"
import { LinesSection } from "./lines-section"
import { MoneySection } from "./money-section"
import { OrderActions } from "./order-actions"
import { ParcelsSection } from "./parcels-section"

export default function OrderDetail() {
  const { id = "" } = useParams()
  const { t, format } = useText()
  const query = useAnswer("GET /vendor/orders/:id", { params: { id } })

  return (
    <Loaded query={query}>
      {({ order }) => (
        <Page
          title={t("orders.detail_title", { number: order.display_number })}
          hint={format.moment(order.placed_at)}
          aside={<StatusBadge of="order" status={order.status} />}
          back="/vendor/orders"
          actions={<OrderActions order={order} />}
        >
          <TwoColumns
            main={
              <>
                <LinesSection order={order} />
                <ParcelsSection order={order} />
                <AfterSaleSection order={order} />
                <HistorySection order={order} />
              </>
            }
            side={
              <>
                <MoneySection order={order} />
                <BuyerSection order={order} />
              </>
            }
          />
        </Page>
      )}
    </Loaded>
  )
}
