import { Alert } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useParams } from "react-router-dom"
import { Loaded } from "../../../components/loaded"
import { Money } from "../../../components/money"
import { Facts, Page, Section } from "../../../components/page"
import { StatusBadge } from "../../../components/status-badge"
import type { Answer } from "../../../lib/api/client"
import { useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"

type Payout = Answer<"GET /vendor/payouts/:id">["payout"]

const BAD: Payout["state"][] = ["failed", "rejected", "returned"]

export default function PayoutDetail() {
  const { id = "" } = useParams()
  const { t, format } = useText()
  const query = useAnswer("GET /vendor/payouts/:id", { params: { id } })

  return (
    <Loaded query={query}>
      {({ payout }) => (
        <Page
          title={t("shop_money.payout_title", { amount: format.money(payout.amount, payout.currency_code) })}
          aside={<StatusBadge of="shop_payout" status={payout.state} />}
          back="/vendor/finance/payouts"
        >
          <Alert variant={BAD.includes(payout.state) ? "error" : "info"}>
            {t(`shop_money.payout_next.${payout.state}`)}
          </Alert>
          <Section title={t("shop_money.payout")}>
            <PayoutFacts payout={payout} />
          </Section>
        </Page>
      )}
    </Loaded>
  )
}

function PayoutFacts({ payout }: { payout: Payout }) {
  const { t, format } = useText()
  const { currency_code, bank_name, account_last4, approved_at, paid_at, reason } = payout
  const facts: [string, ReactNode][] = [
    [t("shop_money.amount"), <Money key="amount" amount={payout.amount} currency_code={currency_code} />],
    [t("shop_money.fee"), <Money key="fee" amount={payout.fee} currency_code={currency_code} />],
    [
      t("shop_money.to_account"),
      t("shop_money.account_ends", { bank: bank_name ?? "–", last4: account_last4 }),
    ],
    [t("shop_money.origin"), t(`shop_money.origins.${payout.origin}`)],
    [t("shop_money.asked_at"), format.moment(payout.created_at)],
  ]
  const optional: [string, string | null][] = [
    [t("shop_money.approved_at"), approved_at && format.moment(approved_at)],
    [t("shop_money.paid_at"), paid_at && format.moment(paid_at)],
    [t("shop_money.reason"), reason],
    [t("shop_money.reference"), payout.reference],
  ]

  return <Facts facts={[...facts, ...optional.filter(([, value]) => value)]} />
}
