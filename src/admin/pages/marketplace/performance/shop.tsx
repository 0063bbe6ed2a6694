import { useParams } from "react-router-dom"
import { Loaded } from "../../../components/loaded"
import { Page } from "../../../components/page"
import { Scorecard } from "../../../components/scorecard/scorecard"
import { useShopNames } from "../../../components/shop-name"
import { StatusBadge } from "../../../components/status-badge"
import { useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"

/** How one shop does by now: what the shop itself sees, for staff. */
export default function ShopPerformance() {
  const { id = "" } = useParams()
  const { t } = useText()
  const query = useAnswer("GET /admin/vendors/:id/performance", { params: { id } })
  const shopName = useShopNames([id])
  const shop = `/marketplace/vendors/${id}`

  return (
    <Loaded query={query}>
      {({ performance }) => (
        <Page
          title={t("scorecard.of_shop", { shop: shopName(id) })}
          hint={t("scorecard.of_shop_hint")}
          aside={<StatusBadge of="performance" status={performance.state} />}
          back={shop}
        >
          <Scorecard performance={performance} href={(metric) => `${shop}/performance/${metric}`} />
        </Page>
      )}
    </Loaded>
  )
}
