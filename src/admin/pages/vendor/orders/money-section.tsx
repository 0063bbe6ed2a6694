import { Badge, Text } from "@medusajs/ui"
import { Money } from "../../../components/money"
import { Facts, Section } from "../../../components/page"
import { StatusBadge } from "../../../components/status-badge"
import { useText } from "../../../lib/text"
import type { Order } from "./order"

const PARTS = [
  "item_subtotal",
  "shipping_subtotal",
  "vendor_discount_total",
  "platform_discount_total",
  "tax_total",
  "total",
  "commission_total",
  "commission_tax_total",
  "withholding_total",
  "platform_tax_total",
  "net_total",
] as const

/** Shown even when they are nothing. */
const ALWAYS: readonly string[] = ["item_subtotal", "total", "commission_total", "net_total"]

export function MoneySection({ order }: { order: Order }) {
  const { t, named } = useText()
  const facts = PARTS.filter((part) => ALWAYS.includes(part) || Number(order[part]) !== 0).map(
    (part): [string, React.ReactNode] => [
      t(`orders.${part}`),
      <Money key={part} amount={order[part]} currency_code={order.currency_code} />,
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
          {order.cancellation.reason} · {named("orders.refund_status", order.cancellation.refund_status)}
        </Text>
      )}
    </Section>
  )
}
