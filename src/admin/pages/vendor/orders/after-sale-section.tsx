import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { Section } from "../../../components/page"
import { StatusBadge } from "../../../components/status-badge"
import { useAnswer } from "../../../lib/api/hooks"
import { useMayInShop } from "../../../lib/me"
import { useText } from "../../../lib/text"
import type { Order } from "./order"

const SHOWN = 10

type Case = { id: string; to: string; text: string; of: string; status: string }

/** What came back of the order, and what is disputed of it; nothing while there is neither. */
export function AfterSaleSection({ order }: { order: Order }) {
  const { t } = useText()
  const cases = useCases(order.id)
  if (!cases.length) {
    return null
  }

  return (
    <Section title={t("orders.after_sale")} className="divide-y">
      {cases.map(({ id, to, text, of, status }) => (
        <Link
          key={id}
          to={to}
          className="flex items-center justify-between gap-x-3 px-4 py-3 outline-none hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus sm:px-6"
        >
          <Text size="small" weight="plus" className="min-w-0">
            {text}
          </Text>
          <StatusBadge of={of} status={status} />
        </Link>
      ))}
    </Section>
  )
}

function useCases(order_id: string): Case[] {
  const { t, named } = useText()
  const may = useMayInShop()
  const query = { order_id, limit: SHOWN }
  const returns = useAnswer("GET /vendor/returns", { query }, { enabled: may("returns:read") })
  const disputes = useAnswer("GET /vendor/disputes", { query }, { enabled: may("disputes:read") })

  return [
    ...(returns.data?.returns ?? []).map(({ id, display_id, state, status }) => ({
      id,
      to: `/vendor/returns/${id}`,
      text: t("returns.detail_title", { number: `#${display_id}` }),
      of: "shop_return",
      status: state ?? status,
    })),
    ...(disputes.data?.disputes ?? []).map(({ id, reason, state }) => ({
      id,
      to: `/vendor/disputes/${id}`,
      text: t("orders.dispute_about", { reason: named("dispute_reasons", reason) }),
      of: "shop_dispute",
      status: state,
    })),
  ]
}
