import { Badge, Button, Container, Text } from "@medusajs/ui"
import { EditTable } from "../../../components/edit-table"
import { ListToolbar } from "../../../components/list-toolbar"
import { Loaded } from "../../../components/loaded"
import { Page } from "../../../components/page"
import { Pager } from "../../../components/pager"
import { StandingNote } from "../../../components/standing-note"
import { EmptyState } from "../../../components/states"
import { useAnswer } from "../../../lib/api/hooks"
import { type ListState, PAGE_SIZE, useListState } from "../../../lib/list-state"
import { useMayInShop } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { type Item, titleOf } from "./edits"
import { columnsOf } from "./level-columns"
import { RowProblem } from "./row-problem"
import { SaveBar } from "./save-bar"
import { useEdits } from "./use-edits"

const IS_LOW = ["true", "false"] as const

export default function InventoryLevels() {
  const { t } = useText()
  const list = useListState()
  const may_write = useMayInShop()("inventory:write")

  return (
    <Page title={t("inventory.title")} hint={may_write ? t("inventory.hint") : undefined}>
      <StandingNote permission="inventory:write" />
      <Container className="divide-y p-0">
        <Toolbar list={list} />
        <Levels list={list} may_write={may_write} />
      </Container>
    </Page>
  )
}

function Toolbar({ list }: { list: ListState }) {
  const { t } = useText()

  return (
    <>
      <ListToolbar
        list={list}
        search={t("inventory.search")}
        filters={[
          {
            name: "is_low",
            label: t("inventory.state"),
            choices: [
              { value: "true", label: t("inventory.only_low") },
              { value: "false", label: t("inventory.not_low") },
            ],
          },
        ]}
        sorting={{
          first: "title",
          choices: [
            { value: "title", label: t("inventory.by_title") },
            { value: "available_quantity", label: t("inventory.by_available") },
            { value: "sku", label: t("inventory.by_sku") },
          ],
        }}
      />
      {list.filters.product_id && (
        <div className="flex flex-wrap items-center gap-2 px-4 py-2 sm:px-6">
          <Text size="small">{t("inventory.one_product")}</Text>
          <Button size="small" variant="transparent" onClick={() => list.setFilter("product_id", null)}>
            {t("inventory.show_all")}
          </Button>
        </div>
      )}
    </>
  )
}

function Levels({ list, may_write }: { list: ListState; may_write: boolean }) {
  const texts = useText()
  const { t } = texts
  const table = useEdits()
  const query = useAnswer(
    "GET /vendor/inventory-items",
    {
      query: {
        q: list.q || undefined,
        is_low: IS_LOW.find((value) => value === list.filters.is_low),
        product_id: list.filters.product_id,
        order: list.order ?? "title",
        limit: PAGE_SIZE,
        offset: list.offset,
      },
    },
    { keeps_last: true }
  )
  const isNarrowed = Boolean(list.q) || Object.keys(list.filters).length > 0

  return (
    <>
      <Loaded query={query}>
        {({ inventory_items, count, limit }) => (
          <>
            {!inventory_items.length && (
              <EmptyState
                title={t(isNarrowed ? "states.nothing_found" : "inventory.none")}
                hint={t(isNarrowed ? "states.nothing_found_hint" : "inventory.none_hint")}
              />
            )}
            {inventory_items.length > 0 && (
              <EditTable
                label={t("inventory.title")}
                head={{ label: t("inventory.product"), cell: (item) => <ItemName item={item} /> }}
                columns={columnsOf(texts, table, may_write)}
                rows={inventory_items}
                noteOf={({ id }) => <RowProblem edit={table.edits[id]} table={table} />}
              />
            )}
            <Pager list={list} listed={{ rows: inventory_items, count, limit }} />
          </>
        )}
      </Loaded>
      {(table.changed.length > 0 || table.failure) && (
        <SaveBar table={table} shown={query.data?.inventory_items ?? []} />
      )}
    </>
  )
}

function ItemName({ item }: { item: Item }) {
  const { t } = useText()

  return (
    <span className="flex flex-col items-start gap-y-1">
      <span className="txt-compact-small-plus whitespace-normal break-words">{titleOf(item)}</span>
      {item.sku && <span className="txt-small break-all text-ui-fg-subtle">{item.sku}</span>}
      {item.is_low && (
        <Badge size="2xsmall" color="orange">
          {t("inventory.low")}
        </Badge>
      )}
    </span>
  )
}
