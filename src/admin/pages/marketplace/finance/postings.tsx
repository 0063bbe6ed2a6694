import { Button } from "@medusajs/ui"
import { useState } from "react"
import { ENTRY_KINDS } from "../../../../lib/ledger-names"
import { ActionButton } from "../../../components/action-button"
import { type Column, DataList } from "../../../components/data-list"
import { useShopNames } from "../../../components/shop-name"
import { type Answer, download } from "../../../lib/api/client"
import { useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { useMayAsStaff } from "../../../lib/me"
import { lastMonths, monthName, spanOf } from "../../../lib/months"
import { type Texts, useText } from "../../../lib/text"
import { BookedAmount } from "./booked-amount"
import { EntryDrawer } from "./entry-drawer"
import { FinancePage } from "./finance-page"
import { accountName, askedAccount, OwnerChoice, useAccountFilters } from "./ledger-filters"

type Posting = Answer<"GET /admin/ledger/postings">["postings"][number]

const MONTHS = 24

export default function Postings() {
  const may = useMayAsStaff()

  return <FinancePage name="postings">{may("ledger:read") && <PostingList />}</FinancePage>
}

/** What was booked, on all accounts or on the one that the address names. */
function PostingList() {
  const texts = useText()
  const { t, named, language } = texts
  const list = useListState()
  const accountFilters = useAccountFilters()
  const [entry_id, setEntry] = useState<string | null>(null)
  const narrowed = {
    ...askedAccount(list),
    kind: ENTRY_KINDS.find((kind) => kind === list.filters.kind),
    occurred_at: spanOf(list.filters.month),
  }
  const query = useAnswer(
    "GET /admin/ledger/postings",
    { query: { ...narrowed, limit: PAGE_SIZE, offset: list.offset } },
    { keeps_last: true }
  )
  const owners = [list.filters.owner, ...(query.data?.postings ?? []).map(({ owner }) => owner)]
  const ownerName = useShopNames(owners.flatMap((owner) => (owner?.startsWith("vend_") ? [owner] : [])))

  return (
    <>
      <DataList
        label={t("finance.postings")}
        query={query}
        rowsOf={({ postings, count, limit, has_more_than_count }) => ({
          rows: postings,
          count,
          limit,
          has_more: has_more_than_count,
        })}
        columns={columnsOf(texts, { ownerName, onEntry: setEntry })}
        list={list}
        filters={[
          {
            name: "month",
            label: t("shop_money.month"),
            choices: lastMonths(MONTHS, new Date()).map((value) => ({
              value,
              label: monthName(value, language),
            })),
          },
          {
            name: "kind",
            label: t("books.kind"),
            choices: ENTRY_KINDS.map((value) => ({ value, label: named("ledger.kinds", value) })),
          },
          ...accountFilters,
        ]}
        actions={
          <>
            <OwnerChoice list={list} ownerName={ownerName} />
            <ActionButton run={() => download("GET /admin/ledger/postings/export", { query: narrowed })}>
              {t("actions.download")}
            </ActionButton>
          </>
        }
        empty={{ title: t("finance.no_books") }}
      />
      {entry_id && <EntryDrawer id={entry_id} onClose={() => setEntry(null)} />}
    </>
  )
}

type Ways = { ownerName: (id: string) => string; onEntry: (id: string) => void }

const columnsOf = (texts: Texts, { ownerName, onEntry }: Ways): Column<Posting>[] => [
  {
    name: "occurred",
    label: texts.t("books.occurred"),
    cell: ({ occurred_at }) => texts.format.moment(occurred_at),
  },
  { name: "kind", label: texts.t("books.kind"), cell: ({ kind }) => texts.named("ledger.kinds", kind) },
  {
    name: "account",
    label: texts.t("finance.account"),
    cell: (posting) => accountName(posting, texts, ownerName),
  },
  {
    name: "amount",
    label: texts.t("finance.amount"),
    align: "right",
    cell: ({ amount, currency_code }) => <BookedAmount amount={amount} currency_code={currency_code} />,
  },
  {
    name: "actions",
    label: "",
    align: "right",
    cell: ({ entry_id }) => (
      <Button size="small" variant="secondary" onClick={() => onEntry(entry_id)}>
        {texts.t("books.entry")}
      </Button>
    ),
  },
]
