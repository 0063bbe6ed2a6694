import { Button } from "@medusajs/ui"
import { useState } from "react"
import { type Column, DataList } from "../../../components/data-list"
import { Page } from "../../../components/page"
import { useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { type Texts, useText } from "../../../lib/text"
import type { Entry } from "./entry"
import { EntryDrawer, Outcome, Who } from "./entry-drawer"
import { DAYS, queryOf, RECORDS } from "./filters"
import { sentenceOfAction } from "./sentence"
import { type EntryNames, useEntryNames } from "./use-entry-names"

/** Who has done what. */
export default function AuditLog() {
  const texts = useText()
  const { t } = texts
  const list = useListState()
  const [open, setOpen] = useState<Entry | null>(null)
  const query = useAnswer(
    "GET /admin/audit",
    { query: { ...queryOf(list), limit: PAGE_SIZE, offset: list.offset } },
    { keeps_last: true }
  )
  const names = useEntryNames(query.data?.entries ?? [])

  return (
    <Page title={t("nav.audit")} hint={t("audit.hint")}>
      <DataList
        label={t("nav.audit")}
        query={query}
        rowsOf={({ entries, count, limit }) => ({ rows: entries, count, limit })}
        columns={columnsOf(texts, { names, onOpen: setOpen })}
        list={list}
        search={t("audit.search")}
        filters={[
          {
            name: "about",
            label: t("audit.record"),
            choices: Object.keys(RECORDS).map((value) => ({
              value,
              label: t(`audit.records.${value as keyof typeof RECORDS}`),
            })),
          },
          {
            name: "days",
            label: t("audit.period"),
            choices: DAYS.map((days) => ({ value: String(days), label: t("audit.days", { count: days }) })),
          },
        ]}
        sorting={{
          first: "-created_at",
          choices: [
            { value: "-created_at", label: t("lists.newest") },
            { value: "created_at", label: t("lists.oldest") },
          ],
        }}
        empty={{ title: t("audit.none") }}
      />
      {open && (
        <EntryDrawer
          entry={open}
          names={names}
          onFind={(id) => {
            list.setQ(id)
            setOpen(null)
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  )
}

type Shown = { names: EntryNames; onOpen: (entry: Entry) => void }

const columnsOf = (texts: Texts, { names, onOpen }: Shown): Column<Entry>[] => {
  const { t, format } = texts

  return [
    {
      name: "action",
      label: t("audit.action"),
      cell: (entry) => (
        <span className="block min-w-40 whitespace-normal break-words">
          {sentenceOfAction(entry.action, texts)}
          {names.record(entry) && (
            <span className="block font-normal text-ui-fg-subtle">{names.record(entry)}</span>
          )}
        </span>
      ),
    },
    { name: "when", label: t("audit.when"), cell: ({ created_at }) => format.moment(created_at) },
    { name: "who", label: t("audit.who"), cell: (entry) => <Who entry={entry} names={names} /> },
    {
      name: "shop",
      label: t("audit.shop"),
      cell: ({ vendor_id }) => (vendor_id ? names.shop(vendor_id) : "–"),
    },
    { name: "answer", label: t("audit.answer"), cell: (entry) => <Outcome entry={entry} /> },
    {
      name: "details",
      label: "",
      align: "right",
      cell: (entry) => (
        <Button size="small" variant="secondary" onClick={() => onOpen(entry)}>
          {t("audit.details")}
          <span className="sr-only">: {sentenceOfAction(entry.action, texts)}</span>
        </Button>
      ),
    },
  ]
}
