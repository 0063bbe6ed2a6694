import { Button, Text } from "@medusajs/ui"
import { type ReactNode, useState } from "react"
import { Loaded } from "../../../components/loaded"
import { Money } from "../../../components/money"
import { Facts, Section } from "../../../components/page"
import { ShopLink } from "../../../components/shop-name"
import { StatusBadge } from "../../../components/status-badge"
import { useAnswer } from "../../../lib/api/hooks"
import { useMayAsStaff } from "../../../lib/me"
import { type Texts, useText } from "../../../lib/text"
import { LedgerList } from "./ledger-list"
import type { Part } from "./part"
import { PartActions } from "./part-actions"

/** More shops than an order has; it is one page of the list. */
const ALL = 100

/** Medusa's own buttons on the page change the parts, too, and tell nobody. */
const REFRESH_MS = 10_000

export default function VendorOrdersSection({ order_id }: { order_id: string }) {
  const { t } = useText()
  const query = useAnswer(
    "GET /admin/vendor-orders",
    { query: { order_id, limit: ALL } },
    { refetch_ms: REFRESH_MS }
  )

  return (
    <Section title={t("vendor_orders.title")} className="divide-y">
      <Loaded query={query}>
        {({ vendor_orders: parts }) =>
          parts.length ? (
            parts.map((part) => <PartOfShop key={part.id} part={part} />)
          ) : (
            <Text size="small" className="px-4 py-4 sm:px-6">
              {t("vendor_orders.none")}
            </Text>
          )
        }
      </Loaded>
    </Section>
  )
}

function PartOfShop({ part }: { part: Part }) {
  const texts = useText()
  const { t } = texts
  const may = useMayAsStaff()
  const [is_open, setOpen] = useState(false)
  const { id, vendor, status, display_number, currency_code, total, share, collection } = part
  const money = (amount: string) => <Money amount={amount} currency_code={currency_code} />

  return (
    <div className="flex flex-col gap-y-3 px-4 py-4 sm:px-6">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="txt-compact-small-plus flex flex-wrap items-center gap-2">
          <ShopLink id={vendor.id} name={vendor.name} />
          <span className="text-ui-fg-subtle">
            {t("vendor_orders.part", { number: `#${display_number}` })}
          </span>
        </div>
        <StatusBadge of="order" status={status} />
      </div>
      <Facts
        facts={[
          [t("vendor_orders.total"), money(total)],
          [t("vendor_orders.refunded"), money(share.refunded_total)],
          [t("vendor_orders.left"), money(share.left_total)],
          [t("vendor_orders.commission"), money(share.commission_left_total)],
          [t("vendor_orders.share"), money(share.net_left_total)],
          ...(collection ? [atTheDoor(texts, collection, money)] : []),
        ]}
      />
      <div className="flex flex-wrap items-center gap-2">
        <PartActions part={part} />
        {may("ledger:read") && (
          <Button size="small" variant="secondary" aria-expanded={is_open} onClick={() => setOpen(!is_open)}>
            {t(is_open ? "vendor_orders.hide_ledger" : "vendor_orders.show_ledger")}
          </Button>
        )}
      </div>
      {is_open && <LedgerList id={id} />}
    </div>
  )
}

/** What is paid at the door, and who has it. */
function atTheDoor(
  { t, named }: Texts,
  { state, amount, held_by }: NonNullable<Part["collection"]>,
  money: (amount: string) => ReactNode
): [string, ReactNode] {
  return [
    t("vendor_orders.at_the_door"),
    <span key="door">
      {money(amount)} · {named("orders.collection", state)}
      {held_by && ` · ${t(`vendor_orders.held_with.${held_by}`)}`}
    </span>,
  ]
}
