import { Drawer } from "@medusajs/ui"
import type { ReactNode } from "react"
import { DrawerHead } from "../../../components/drawer-head"
import { Loaded } from "../../../components/loaded"
import { Facts } from "../../../components/page"
import { useShopNames } from "../../../components/shop-name"
import { TextLink } from "../../../components/text-link"
import type { Answer } from "../../../lib/api/client"
import { useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { BookedAmount } from "./booked-amount"
import { accountName } from "./ledger-filters"

type Entry = Answer<"GET /admin/ledger/entries/:id">["entry"]

/** All postings of one entry, which come to zero, and what they are booked for. */
export function EntryDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t, named, format } = useText()
  const query = useAnswer("GET /admin/ledger/entries/:id", { params: { id } })
  const entry = query.data?.entry

  return (
    <Drawer open onOpenChange={(is_open) => !is_open && onClose()}>
      <Drawer.Content>
        <DrawerHead
          title={entry ? named("ledger.kinds", entry.kind) : t("books.entry")}
          hint={entry && format.moment(entry.occurred_at)}
        />
        <Drawer.Body tabIndex={0} className="flex flex-col gap-y-6 overflow-y-auto">
          <Loaded query={query} rows={4}>
            {({ entry: loaded }) => <EntryFacts entry={loaded} />}
          </Loaded>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}

function EntryFacts({ entry }: { entry: Entry }) {
  const texts = useText()
  const { t } = texts
  const owners = entry.postings.flatMap(({ owner }) => (owner?.startsWith("vend_") ? [owner] : []))
  const ownerName = useShopNames(owners)
  const facts: [string, ReactNode][] = [
    [t("books.entry"), entry.id],
    ...Object.entries(entry.reference).map(([name, value]): [string, ReactNode] => [
      texts.named("books.references", name),
      <Reference key={name} name={name} value={value} />,
    ]),
  ]
  if (entry.reverses_id) {
    facts.push([t("books.reverses"), entry.reverses_id])
  }

  return (
    <>
      <ul className="divide-y rounded-lg border" aria-label={t("finance.postings")}>
        {entry.postings.map(({ account, amount, ...posting }) => (
          <li key={account} className="txt-small flex flex-wrap justify-between gap-x-4 px-3 py-2">
            <span className="min-w-0 break-words">{accountName(posting, texts, ownerName)}</span>
            <span>
              <BookedAmount amount={amount} currency_code={entry.currency_code} />
            </span>
          </li>
        ))}
      </ul>
      <Facts facts={facts} />
    </>
  )
}

/** What an entry is booked for, and where it is looked at. */
const PAGES: Record<string, string> = {
  order_id: "/orders",
  payout_id: "/marketplace/finance/payouts",
  dispute_id: "/marketplace/disputes",
}

function Reference({ name, value }: { name: string; value: string }) {
  const page = PAGES[name]

  return page ? <TextLink to={`${page}/${value}`}>{value}</TextLink> : value
}
