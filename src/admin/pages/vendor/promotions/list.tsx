import { Button } from "@medusajs/ui"
import { useState } from "react"
import { type Column, DataList } from "../../../components/data-list"
import { Page } from "../../../components/page"
import { StandingNote } from "../../../components/standing-note"
import { StatusBadge } from "../../../components/status-badge"
import { useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { useMayInShop } from "../../../lib/me"
import { type Texts, useText } from "../../../lib/text"
import { discountOf, nameOf, type Promotion } from "./promotion"
import { PromotionDrawer } from "./promotion-drawer"

const PHASES = ["running", "scheduled", "draft", "ended", "stopped"] as const

export default function PromotionList() {
  const texts = useText()
  const { t, named } = texts
  const list = useListState()
  const may = useMayInShop()
  const [is_adding, setAdding] = useState(false)
  const query = useAnswer(
    "GET /vendor/promotions",
    {
      query: {
        q: list.q || undefined,
        phase: PHASES.find((phase) => phase === list.filters.phase),
        order: list.order ?? "-created_at",
        limit: PAGE_SIZE,
        offset: list.offset,
      },
    },
    { keeps_last: true }
  )
  const add = may("promotions:write") && may("products:read") && (
    <Button size="small" onClick={() => setAdding(true)}>
      {t("promotions.add")}
    </Button>
  )

  return (
    <Page title={t("promotions.title")} hint={t("promotions.hint")} actions={add}>
      <StandingNote permission="promotions:write" />
      <DataList
        label={t("promotions.title")}
        query={query}
        rowsOf={({ promotions, count, limit }) => ({ rows: promotions, count, limit })}
        columns={columnsOf(texts)}
        list={list}
        href={({ id }) => `/vendor/promotions/${id}`}
        search={t("promotions.search")}
        filters={[
          {
            name: "phase",
            label: t("promotions.status"),
            choices: PHASES.map((value) => ({ value, label: named("status.promotion", value) })),
          },
        ]}
        sorting={{
          first: "-created_at",
          choices: [
            { value: "-created_at", label: t("lists.newest") },
            { value: "code", label: t("promotions.by_code") },
          ],
        }}
        empty={{ title: t("promotions.none"), hint: t("promotions.none_hint"), action: add }}
      />
      {is_adding && <PromotionDrawer promotion={null} onClose={() => setAdding(false)} />}
    </Page>
  )
}

const columnsOf = (texts: Texts): Column<Promotion>[] => {
  const { t, named, format } = texts

  return [
    { name: "name", label: t("promotions.name"), cell: nameOf },
    {
      name: "status",
      label: t("promotions.status"),
      cell: ({ phase }) => <StatusBadge of="promotion" status={phase} />,
    },
    {
      name: "code",
      label: t("promotions.code"),
      cell: ({ code, is_automatic }) => (is_automatic ? t("promotions.automatic") : code),
    },
    { name: "discount", label: t("promotions.discount"), cell: (promotion) => discountOf(promotion, texts) },
    {
      name: "target",
      label: t("promotions.on"),
      cell: ({ target }) => named("promotions.target", target),
      is_extra: true,
    },
    {
      name: "ends",
      label: t("promotions.ends"),
      cell: ({ ends_at }) => (ends_at ? format.moment(ends_at) : t("promotions.no_end")),
    },
    {
      name: "orders",
      label: t("promotions.orders"),
      align: "right",
      cell: ({ order_count }) => format.number(order_count),
    },
  ]
}
