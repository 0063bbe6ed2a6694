import type { PropsWithChildren, ReactNode } from "react"
import { Page } from "../../../components/page"
import { PageTabs } from "../../../components/page-tabs"
import { useText } from "../../../lib/text"

const TABS = ["balance", "payouts", "transactions", "statements", "debts"] as const

/** What all pages of money have in common. */
export function FinancePage({ actions, children }: PropsWithChildren<{ actions?: ReactNode }>) {
  const { t } = useText()
  const tabs = TABS.map((name) => ({
    to: name === "balance" ? "/vendor/finance" : `/vendor/finance/${name}`,
    text: t(`shop_money.tabs.${name}`),
  }))

  return (
    <Page title={t("shop_money.title")} actions={actions}>
      <PageTabs label={t("shop_money.pages")} tabs={tabs} />
      {children}
    </Page>
  )
}
