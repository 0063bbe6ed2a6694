import { ActionButton } from "../../../components/action-button"
import { Loaded } from "../../../components/loaded"
import { PrintButton } from "../../../components/print-button"
import { StatementMonths } from "../../../components/statement-months"
import { download } from "../../../lib/api/client"
import { useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { FinancePage } from "./finance-page"

export default function StatementList() {
  const { t } = useText()
  const query = useAnswer("GET /vendor/statements", {})

  return (
    <FinancePage>
      <Loaded query={query}>
        {({ statements }) => (
          <StatementMonths
            statements={statements}
            hint={t("shop_money.no_statements_hint")}
            actionsOf={(period) => <StatementActions period={period} />}
          />
        )}
      </Loaded>
    </FinancePage>
  )
}

function StatementActions({ period }: { period: string }) {
  const { t } = useText()
  const params = { period }

  return (
    <>
      <PrintButton route="GET /vendor/statements/:period/print" input={{ params }}>
        {t("actions.print")}
      </PrintButton>
      <ActionButton run={() => download("GET /vendor/statements/:period/export", { params })}>
        {t("actions.download")}
      </ActionButton>
    </>
  )
}
