import { Button, Text } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import type { Edit } from "./edits"
import type { EditedTable } from "./level-columns"

/** A conflict at its row: what was typed stays, and it is chosen which number counts. */
export function RowProblem({ edit, table }: { edit: Edit | undefined; table: EditedTable }) {
  const { t, format } = useText()
  if (!edit?.problem) {
    return null
  }
  const { kind, now } = edit.problem
  const typed = edit.quantity
  const stocked = format.number(now.stocked_quantity)

  return (
    <div role="alert" className="flex flex-wrap items-center gap-2">
      <Text size="small" className="text-ui-fg-error">
        {kind === "changed"
          ? t("inventory.changed", { before: format.number(edit.item.stocked_quantity), now: stocked, typed })
          : t("inventory.reserved_problem", { reserved: format.number(now.reserved_quantity) })}
      </Text>
      {kind === "changed" && (
        <Button type="button" size="small" variant="secondary" onClick={() => table.keepMine(edit, now)}>
          {t("inventory.keep_mine", { typed })}
        </Button>
      )}
      <Button type="button" size="small" variant="secondary" onClick={() => table.takeTheirs(edit, now)}>
        {t("inventory.take_theirs", { now: stocked })}
      </Button>
    </div>
  )
}
