import { useParams } from "react-router-dom"
import { ActionButton } from "../../../components/action-button"
import { Loaded } from "../../../components/loaded"
import { Page } from "../../../components/page"
import { PrintButton } from "../../../components/print-button"
import { useShopNames } from "../../../components/shop-name"
import { StatementMonths } from "../../../components/statement-months"
import { download } from "../../../lib/api/client"
import { useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"

/** A shop's statements, the same that the shop reads. */
export default function ShopStatements() {
  const { id = "" } = useParams()
  const { t } = useText()
  const query = useAnswer("GET /admin/vendors/:id/statements", { params: { id } })
  const shopName = useShopNames([id])

  return (
    <Page
      title={t("books.statements_of", { shop: shopName(id) })}
      hint={t("books.statements_hint")}
      back={`/marketplace/vendors/${id}`}
    >
      <Loaded query={query}>
        {({ statements }) => (
          <StatementMonths
            statements={statements}
            hint={t("books.no_statements_hint")}
            actionsOf={(period) => <StatementActions id={id} period={period} />}
          />
        )}
      </Loaded>
    </Page>
  )
}

function StatementActions({ id, period }: { id: string; period: string }) {
  const { t } = useText()
  const params = { id, period }

  return (
    <>
      <PrintButton route="GET /admin/vendors/:id/statements/:period/print" input={{ params }}>
        {t("actions.print")}
      </PrintButton>
      <ActionButton run={() => download("GET /admin/vendors/:id/statements/:period/export", { params })}>
        {t("actions.download")}
      </ActionButton>
    </>
  )
}
