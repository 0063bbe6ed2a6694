import { Badge, Heading, Text } from "@medusajs/ui"
import { Money } from "../../../components/money"
import { Facts, Section } from "../../../components/page"
import { StatusBadge } from "../../../components/status-badge"
import { useText } from "../../../lib/text"
import type { Order } from "./order"
import { toldReason } from "./told-reason"

/** As it adds up: to what the buyer pays, and from there to what the shop gets. */
const PARTS = [
  "item_subtotal",
  "shipping_subtotal",
  "vendor_discount_total",
  "platform_discount_total",
  "tax_total",
  "total",
  "platform_pays",
  "commission_total",
  "commission_tax_total",
  "withholding_total",
  "platform_tax_total",
  "net_total",
] as const

type Part = (typeof PARTS)[number]

const TAKEN: readonly Part[] = [
  "vendor_discount_total",
  "platform_discount_total",
  "commission_total",
  "commission_tax_total",
  "platform_tax_total",
]

/** The platform pays the shop what it has given away for itself. */
function amountOf(order: Order, part: Part): string {
  const amount = order[part === "platform_pays" ? "platform_discount_total" : part]

  return TAKEN.includes(part) && Number(amount) > 0 ? `-${amount}` : amount
}

/** Shown even when they are nothing. */
const ALWAYS: readonly string[] = ["item_subtotal", "total", "commission_total", "net_total"]

export function MoneySection({ order }: { order: Order }) {
  const texts = useText()
  const { t, named } = texts
  const facts = PARTS.filter((part) => ALWAYS.includes(part) || Number(amountOf(order, part)) !== 0).map(
    (part): [string, React.ReactNode] => [
      t(`orders.${part}`),
      <Money key={part} amount={amountOf(order, part)} currency_code={order.currency_code} />,
    ]
  )

  return (
    <Section
      title={t("orders.money")}
      actions={<StatusBadge of="payment" status={order.payment_status} />}
      className="flex flex-col gap-y-3 px-4 py-4 sm:px-6"
    >
      <Facts facts={facts} />
      <Text size="small">
        <Badge size="2xsmall" color={order.is_payable ? "green" : "grey"}>
          {t(order.is_payable ? "orders.payable" : "orders.not_payable")}
        </Badge>
      </Text>
      {order.collection && (
        <Text size="small">
          {named("orders.collection", order.collection.state)}:{" "}
          <Money amount={order.collection.amount} currency_code={order.currency_code} />
        </Text>
      )}
      {order.cancellation && (
        <Text size="small" className="text-ui-fg-subtle">
          {toldReason(order.cancellation.reason, texts)} ·{" "}
          {named("orders.refund_status", order.cancellation.refund_status)}
        </Text>
      )}
      <Refunds order={order} />
    </Section>
  )
}

/** What was given back of the order, by whomever, so that nobody gives it back a second time. */
function Refunds({ order }: { order: Order }) {
  const texts = useText()
  const { t, named, format } = texts
  if (!order.refunds.length) {
    return null
  }

  return (
    <div className="flex flex-col gap-y-3 border-t pt-3">
      <Heading level="h3">{t("orders.refunds")}</Heading>
      <ul aria-label={t("orders.refunds")} className="flex flex-col gap-y-3">
        {order.refunds.map(({ id, amount, status, reason, note, created_at }) => (
          <li key={id}>
            <Text size="small">
              <Money amount={amount} currency_code={order.currency_code} /> · {named("reasons", reason)} ·{" "}
              {format.moment(created_at)}
            </Text>
            <Text size="small" className="break-words text-ui-fg-subtle">
              {named("orders.refund_status", status)}
              {note && ` ${t("orders.note")}: ${toldReason(note, texts)}`}
            </Text>
          </li>
        ))}
      </ul>
      <Facts
        facts={[
          [
            t("orders.refundable"),
            <Money key="left" amount={order.refundable_amount} currency_code={order.currency_code} />,
          ],
        ]}
      />
    </div>
  )
}
