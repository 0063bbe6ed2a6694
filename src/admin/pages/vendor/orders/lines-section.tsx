import { Thumbnail } from "@medusajs/dashboard/components"
import { Text } from "@medusajs/ui"
import { Money } from "../../../components/money"
import { Section } from "../../../components/page"
import { useText } from "../../../lib/text"
import type { Line, Order } from "./order"

export function LinesSection({ order }: { order: Order }) {
  const { t } = useText()

  return (
    <Section title={t("orders.lines")} className="divide-y">
      {order.lines.map((line) => (
        <LineRow key={line.id} line={line} currency_code={order.currency_code} />
      ))}
    </Section>
  )
}

function LineRow({ line, currency_code }: { line: Line; currency_code: string }) {
  const { t } = useText()

  return (
    <div className="flex items-center gap-x-4 px-4 py-3 sm:px-6">
      <Thumbnail src={line.thumbnail} alt="" />
      <div className="flex min-w-0 flex-1 flex-col">
        <Text size="small" weight="plus" className="break-words">
          {line.title}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {[line.variant_title, line.sku].filter(Boolean).join(" · ")}
        </Text>
        {line.unfulfilled_quantity > 0 && line.fulfilled_quantity > 0 && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("orders.open_quantity")}: {line.unfulfilled_quantity}
          </Text>
        )}
      </div>
      <Text size="small" className="whitespace-nowrap">
        {line.quantity} ×
      </Text>
      <Text size="small" className="text-right">
        <Money amount={line.total} currency_code={currency_code} />
      </Text>
    </div>
  )
}
