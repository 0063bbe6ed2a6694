import type { ReactNode } from "react"
import { Facts, Section } from "../../../components/page"
import { TextLink } from "../../../components/text-link"
import { useText } from "../../../lib/text"
import type { Dispute } from "./dispute"
import { Shares } from "./shares"

export function FactsSection({ dispute }: { dispute: Dispute }) {
  const { t, format } = useText()
  const { shares, items, ruling, submitted_at, closed_at, created_at } = dispute
  const accepted_at = shares.find((share) => share.accepted_at)?.accepted_at
  const facts: [string, ReactNode][] = [
    [t("disputes.share"), <Shares key="shares" dispute={dispute} />],
    [
      t("disputes.items"),
      items.length
        ? items.map(({ line_id, title }) => <div key={line_id}>{title}</div>)
        : t("disputes.whole_order"),
    ],
    [t("disputes.order"), <OrderLinks key="orders" dispute={dispute} />],
    [t("disputes.opened"), format.moment(created_at)],
  ]
  const optional: [string, string | null | undefined][] = [
    [t("disputes.accepted_at"), accepted_at && format.moment(accepted_at)],
    [t("disputes.submitted_at"), submitted_at && format.moment(submitted_at)],
    [t("disputes.ruling"), ruling],
    [t("disputes.closed_at"), closed_at && format.moment(closed_at)],
  ]

  return (
    <Section title={t("disputes.facts")}>
      <Facts facts={[...facts, ...optional.filter(([, value]) => value)]} />
    </Section>
  )
}

const OrderLinks = ({ dispute: { shares } }: { dispute: Dispute }) => {
  const { t } = useText()

  return (
    <>
      {shares.map(({ vendor_order_id }) => (
        <TextLink key={vendor_order_id} className="block" to={`/vendor/orders/${vendor_order_id}`}>
          {t("disputes.open_order")}
        </TextLink>
      ))}
    </>
  )
}
