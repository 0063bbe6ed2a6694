import { Alert } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useParams } from "react-router-dom"
import { Loaded } from "../../../components/loaded"
import { Facts, Page, Section, TwoColumns } from "../../../components/page"
import { BuyersWish, ReturnPhotos } from "../../../components/return-parts"
import { ShopLink, useShopNames } from "../../../components/shop-name"
import { StatusBadge } from "../../../components/status-badge"
import { TextLink } from "../../../components/text-link"
import { useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import type { Return } from "./return"
import { ReturnActions } from "./return-actions"

export default function ReturnDetail() {
  const { id = "" } = useParams()
  const { t } = useText()
  const query = useAnswer("GET /admin/vendor-returns/:id", { params: { id } })

  return (
    <Loaded query={query}>
      {({ return: found }) => (
        <Page
          title={t("return_cases.detail_title", { number: `#${found.vendor_order_number}` })}
          aside={<StatusBadge of="return_case" status={found.state} />}
          back="/marketplace/returns"
          actions={<ReturnActions found={found} />}
        >
          <Alert variant={found.state === "disputed" ? "warning" : "info"}>
            {t(`return_cases.next.${found.state}`)}
          </Alert>
          <TwoColumns
            main={
              <>
                {found.state === "disputed" && <ShopSays found={found} />}
                <ItemsSection found={found} />
                {found.photos.length > 0 && <ReturnPhotos photos={found.photos} />}
              </>
            }
            side={<FactsSection found={found} />}
          />
        </Page>
      )}
    </Loaded>
  )
}

function ShopSays({ found: { decision_note } }: { found: Return }) {
  const { t } = useText()

  return (
    <Section title={t("return_cases.shop_says")}>
      <p className="txt-small whitespace-pre-line break-words">{decision_note}</p>
    </Section>
  )
}

function ItemsSection({ found: { items, note, reason } }: { found: Return }) {
  const { t } = useText()

  return (
    <Section title={t("returns.items")} className="divide-y">
      <ul className="divide-y">
        {items.map(({ id, title, quantity }) => (
          <li key={id} className="txt-compact-small-plus break-words px-4 py-3 sm:px-6">
            {quantity} × {title}
          </li>
        ))}
      </ul>
      <BuyersWish reason={reason} note={note} />
    </Section>
  )
}

function FactsSection({ found }: { found: Return }) {
  const { t, format } = useText()
  const shopName = useShopNames([found.vendor_id])
  const facts: [string, ReactNode][] = [
    [t("return_cases.shop"), <ShopLink key="shop" id={found.vendor_id} name={shopName(found.vendor_id)} />],
    [
      t("return_cases.order"),
      <TextLink key="order" to={`/orders/${found.order_id}`}>
        #{found.vendor_order_number}
      </TextLink>,
    ],
    [t("returns.asked"), format.moment(found.created_at)],
    [t("return_cases.since"), format.moment(found.moved_at)],
  ]
  // While it is disputed, the shop's word stands in the main column.
  const optional: [string, string | null][] = [
    [t("return_cases.note"), found.state === "disputed" ? null : found.decision_note],
    [t("returns.carrier"), found.carrier],
    [t("returns.tracking_number"), found.tracking_number],
  ]

  return (
    <Section title={t("returns.facts")}>
      <Facts facts={[...facts, ...optional.filter(([, value]) => value)]} />
    </Section>
  )
}
