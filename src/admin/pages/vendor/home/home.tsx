import { Loaded } from "../../../components/loaded"
import { Page, TwoColumns } from "../../../components/page"
import { StatusBadge } from "../../../components/status-badge"
import { useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { BalanceSection } from "./balance-section"
import { SalesSection } from "./sales-section"
import { ToDoSection } from "./to-do-section"

/** While the page is open it is asked again, so that a new order is seen. */
const REFRESH_MS = 60_000

export default function Home() {
  const { t } = useText()
  const query = useAnswer("GET /vendor/home", {}, { refetch_ms: REFRESH_MS })

  return (
    <Loaded query={query}>
      {({ home }) => (
        <Page
          title={home.shop.name}
          aside={home.shop.status !== "approved" && <StatusBadge of="shop" status={home.shop.status} />}
          hint={t("home.title")}
        >
          <TwoColumns
            main={
              <>
                <ToDoSection to_do={home.to_do} performance={home.performance} />
                {home.sales && <SalesSection sales={home.sales} />}
              </>
            }
            side={home.balances && <BalanceSection balances={home.balances} />}
          />
        </Page>
      )}
    </Loaded>
  )
}
