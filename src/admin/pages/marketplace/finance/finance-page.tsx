import type { PropsWithChildren, ReactNode } from "react"
import type { Permission } from "../../../../lib/permissions"
import { Page } from "../../../components/page"
import { PageTabs } from "../../../components/page-tabs"
import { useMayAsStaff } from "../../../lib/me"
import { useText } from "../../../lib/text"

const PAGES = [
  { name: "books", path: "", permission: "ledger:read" },
  { name: "postings", path: "/postings", permission: "ledger:read" },
  { name: "payouts", path: "/payouts", permission: "payouts:read" },
  { name: "holds", path: "/holds", permission: "payouts:read" },
  { name: "debts", path: "/debts", permission: "payouts:read" },
  { name: "write_offs", path: "/write-offs", permission: "payouts:read" },
  { name: "refunds", path: "/refunds", permission: "ledger:read" },
  { name: "transfers", path: "/transfers", permission: "ledger:read" },
  { name: "reconciliation", path: "/reconciliation", permission: "ledger:read" },
] as const satisfies { name: string; path: string; permission: Permission }[]

type Props = PropsWithChildren<{ name: (typeof PAGES)[number]["name"]; actions?: ReactNode }>

/** One of the pages about money; each loads only what it shows. */
export function FinancePage({ name, actions, children }: Props) {
  const { t } = useText()
  const may = useMayAsStaff()
  const tabs = PAGES.filter(({ permission }) => may(permission)).map((page) => ({
    to: `/marketplace/finance${page.path}`,
    text: t(`finance.${page.name}`),
  }))

  return (
    <Page title={t(`finance.${name}`)} actions={actions}>
      <PageTabs label={t("finance.pages")} tabs={tabs} />
      {children}
    </Page>
  )
}
