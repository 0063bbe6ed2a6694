import type { ReactNode } from "react"
import { useParams } from "react-router-dom"
import { Loaded } from "../../../components/loaded"
import { Money } from "../../../components/money"
import { Facts, Page, Section } from "../../../components/page"
import { ShopLink, useShopNames } from "../../../components/shop-name"
import { StatusBadge } from "../../../components/status-badge"
import { useAnswer } from "../../../lib/api/hooks"
import { useMayAsStaff } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { PayoutActions } from "./payout-actions"
import { type Payout, statusOf } from "./records"

export default function PayoutDetail() {
  const { id = "" } = useParams()
  const { t, format } = useText()
  const may = useMayAsStaff()
  const query = useAnswer("GET /admin/payouts/:id", { params: { id } })
  const shopName = useShopNames(query.data ? [query.data.payout.vendor_id] : [])

  return (
    <Loaded query={query}>
      {({ payout }) => (
        <Page
          title={format.money(payout.amount, payout.currency_code)}
          aside={<StatusBadge of="payout" status={statusOf(payout)} />}
          hint={t("finance.payout")}
          back="/marketplace/finance/payouts"
          actions={
            may("payouts:approve") && <PayoutActions payout={payout} shop={shopName(payout.vendor_id)} />
          }
        >
          <PayoutFacts payout={payout} shop={shopName(payout.vendor_id)} />
        </Page>
      )}
    </Loaded>
  )
}

function PayoutFacts({ payout, shop }: { payout: Payout; shop: string }) {
  const { t, format } = useText()
  const when = (moment: string | null) => moment && format.moment(moment)
  // What a payout has not come to yet is not listed.
  const known: [string, ReactNode][] = [
    [t("finance.reason"), payout.reason],
    [t("finance.last_error"), payout.last_error],
    [t("bank_files.file"), payout.batch],
    [t("finance.created"), when(payout.created_at)],
    [t("finance.approved_at"), when(payout.approved_at)],
    [t("finance.sent_at"), when(payout.posted_at)],
    [t("finance.paid_at"), when(payout.paid_at)],
  ]

  return (
    <Section>
      <Facts
        facts={[
          [t("finance.shop"), <ShopLink key="shop" id={payout.vendor_id} name={shop} />],
          [
            t("finance.amount"),
            <Money key="amount" amount={payout.amount} currency_code={payout.currency_code} />,
          ],
          [t("finance.fee"), <Money key="fee" amount={payout.fee} currency_code={payout.currency_code} />],
          [t("finance.to_account"), `${payout.bank_name ?? ""} ···${payout.account_last4}`],
          [t("finance.rail"), payout.rail],
          [t("finance.reference"), payout.reference],
          [t("finance.origin"), t(`finance.origins.${payout.origin}`)],
          ...known.filter(([, value]) => value),
        ]}
      />
    </Section>
  )
}
