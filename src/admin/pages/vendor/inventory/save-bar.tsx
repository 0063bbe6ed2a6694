import { Button, Text } from "@medusajs/ui"
import { Failure } from "../../../components/form-drawer"
import { useText } from "../../../lib/text"
import { type Item, isComplete, titleOf } from "./edits"
import type { EditedTable } from "./level-columns"

type Props = { table: EditedTable; shown: Item[] }

/** Stays in sight while the table is scrolled. */
export function SaveBar({ table, shown }: Props) {
  const { t } = useText()
  const elsewhere = table.changed.filter(({ item }) => !shown.some(({ id }) => id === item.id))

  return (
    <div className="sticky bottom-0 z-10 flex flex-col gap-y-2 rounded-b-lg bg-ui-bg-base px-4 py-3 sm:px-6">
      <Failure saving={table} />
      <div className="flex flex-wrap items-center justify-end gap-2">
        <div role="status" className="min-w-40 flex-1">
          <Text size="small">{t("inventory.unsaved", { count: table.changed.length })}</Text>
          {elsewhere.length > 0 && (
            <Text size="small" className="text-ui-fg-subtle">
              {t("inventory.elsewhere", { titles: elsewhere.map(({ item }) => titleOf(item)).join(", ") })}
            </Text>
          )}
        </div>
        <Button type="button" size="small" variant="secondary" onClick={table.discard}>
          {t("inventory.discard")}
        </Button>
        <Button
          type="button"
          size="small"
          isLoading={table.is_saving}
          disabled={!table.changed.every(isComplete)}
          onClick={table.save}
        >
          {t("actions.save")}
        </Button>
      </div>
    </div>
  )
}
