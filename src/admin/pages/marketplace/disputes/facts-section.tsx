import type { ReactNode } from "react"
import { Facts, Section } from "../../../components/page"
import { ShopLink } from "../../../components/shop-name"
import { TextLink } from "../../../components/text-link"
import { useText } from "../../../lib/text"
import type { Dispute } from "./dispute"
import { Clock } from "./list"

type Props = { dispute: Dispute; shopName: (id: string) => string }

export function FactsSection({ dispute, shopName }: Props) {
  const { t, named, format } = useText()
  const money = (amount: string) => format.money(amount, dispute.currency_code)
  const { fee_party, refund_amount, gateway, gateway_dispute_id, ruling, last_error } = dispute
  // What a case has not come to yet is not listed.
  const known: [string, ReactNode][] = [
    [t("cases.fee"), Number(dispute.fee) ? money(dispute.fee) : null],
    [t("cases.fee_party"), fee_party && t(`cases.fee_parties.${fee_party}`)],
    [t("cases.gateway"), gateway && [gateway, gateway_dispute_id].filter(Boolean).join(" ")],
    [t("cases.ruled"), ruling],
    [t("cases.refunded"), refund_amount && money(refund_amount)],
    [t("cases.last_error"), last_error],
  ]

  return (
    <Section title={t("cases.facts")}>
      <Facts
        facts={[
          [t("cases.why"), named("dispute_reasons", dispute.reason)],
          [t("cases.act_at"), <Clock key="clock" dispute={dispute} />],
          [t("cases.due_at"), format.moment(dispute.due_at)],
          [t("cases.opened"), format.moment(dispute.created_at)],
          [
            t("cases.order"),
            <TextLink key="order" to={`/orders/${dispute.order_id}`}>
              {t("cases.open_order")}
            </TextLink>,
          ],
          [
            t("cases.shares"),
            <span key="shares">
              {dispute.shares.map(({ vendor_order_id, vendor_id, amount, accepted_at }) => (
                <span key={vendor_order_id} className="block">
                  <ShopLink id={vendor_id} name={shopName(vendor_id)} /> {money(amount)}
                  {accepted_at && `, ${t("cases.accepted")}`}
                </span>
              ))}
            </span>,
          ],
          [t("cases.held"), money(dispute.held)],
          ...known.filter(([, value]) => value),
        ]}
      />
    </Section>
  )
}
