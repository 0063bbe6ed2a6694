import { Thumbnail } from "@medusajs/dashboard/components"
import { Button } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { type Column, DataList } from "../../../components/data-list"
import { Money } from "../../../components/money"
import { Page } from "../../../components/page"
import { StandingNote } from "../../../components/standing-note"
import { StatusBadge } from "../../../components/status-badge"
import type { Answer } from "../../../lib/api/client"
import { useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { useMayInShop } from "../../../lib/me"
import { type Texts, useText } from "../../../lib/text"
import { branchesOf } from "./category-tree"
import { useCategories } from "./use-categories"

type Product = Answer<"GET /vendor/products">["products"][number]

const STATUSES = ["draft", "proposed", "published", "rejected"] as const

export default function ProductList() {
  const texts = useText()
  const { t, named } = texts
  const list = useListState()
  const may = useMayInShop()
  const { data: categories = [] } = useCategories()
  const query = useAnswer(
    "GET /vendor/products",
    {
      query: {
        q: list.q || undefined,
        status: STATUSES.find((status) => status === list.filters.status),
        category_id: list.filters.category_id,
        order: list.order ?? "-created_at",
        limit: PAGE_SIZE,
        offset: list.offset,
      },
    },
    { keeps_last: true }
  )
  const add = may("products:write") && <AddLink />
  const byCategory = {
    name: "category_id",
    label: t("products.category"),
    choices: branchesOf(categories).map(({ category, depth }) => ({
      value: category.id,
      label: `${"– ".repeat(depth)}${category.name}`,
    })),
  }

  return (
    <Page title={t("products.title")} actions={add}>
      <StandingNote permission="products:write" />
      <DataList
        label={t("products.title")}
        query={query}
        rowsOf={({ products, count, limit }) => ({ rows: products, count, limit })}
        columns={columnsOf(texts)}
        list={list}
        href={({ id }) => `/vendor/products/${id}`}
        search={t("products.search")}
        filters={[
          {
            name: "status",
            label: t("products.status"),
            choices: STATUSES.map((value) => ({ value, label: named("status.product", value) })),
          },
          ...(categories.length ? [byCategory] : []),
        ]}
        sorting={{
          first: "-created_at",
          choices: [
            { value: "-created_at", label: t("lists.newest") },
            { value: "-updated_at", label: t("products.by_change") },
            { value: "title", label: t("products.by_title") },
          ],
        }}
        empty={{ title: t("products.none"), hint: t("products.none_hint"), action: add }}
      />
    </Page>
  )
}

function AddLink() {
  const { t } = useText()

  return (
    <Button size="small" asChild>
      <Link to="/vendor/products/create">{t("products.add")}</Link>
    </Button>
  )
}

const columnsOf = ({ t, format }: Texts): Column<Product>[] => [
  {
    name: "title",
    label: t("products.product"),
    cell: ({ title, thumbnail }) => (
      <span className="flex items-center gap-x-3">
        <Thumbnail src={thumbnail} alt="" />
        <span className="min-w-0 whitespace-normal break-words">{title}</span>
      </span>
    ),
  },
  {
    name: "status",
    label: t("products.status"),
    cell: ({ status }) => <StatusBadge of="product" status={status} />,
  },
  {
    name: "stock",
    label: t("products.stock"),
    align: "right",
    cell: ({ available_quantity }) =>
      available_quantity === null ? t("products.not_counted") : format.number(available_quantity),
  },
  {
    name: "variants",
    label: t("products.variants"),
    align: "right",
    is_extra: true,
    cell: ({ variant_count }) => format.number(variant_count),
  },
  {
    name: "price",
    label: t("products.price_from"),
    align: "right",
    cell: ({ lowest_prices }) =>
      lowest_prices.length ? (
        <span className="inline-flex flex-col items-end">
          {lowest_prices.map(({ currency_code, amount }) => (
            <Money key={currency_code} amount={String(amount)} currency_code={currency_code} />
          ))}
        </span>
      ) : (
        t("products.no_price")
      ),
  },
]
