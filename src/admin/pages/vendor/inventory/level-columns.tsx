import { useId } from "react"
import type { EditColumn } from "../../../components/edit-table"
import { TextInput } from "../../../components/text-input"
import { type Texts, useText } from "../../../lib/text"
import { type Item, isWrong, titleOf, untouched } from "./edits"
import type { useEdits } from "./use-edits"

export type EditedTable = ReturnType<typeof useEdits>

export function columnsOf(texts: Texts, table: EditedTable, may_write: boolean): EditColumn<Item>[] {
  const { t, format } = texts
  const editOf = (item: Item) => table.edits[item.id] ?? untouched(item)

  return [
    {
      name: "available",
      label: t("inventory.available"),
      cell: ({ available_quantity }) => format.number(available_quantity),
    },
    {
      name: "reserved",
      label: t("inventory.reserved"),
      cell: ({ reserved_quantity }) => format.number(reserved_quantity),
    },
    {
      name: "quantity",
      label: t("inventory.on_shelf"),
      cell: (item) =>
        may_write ? (
          <NumberCell
            label={`${t("inventory.on_shelf")}: ${titleOf(item)}`}
            value={editOf(item).quantity}
            onType={(quantity) => table.type(item, { quantity })}
          />
        ) : (
          format.number(item.stocked_quantity)
        ),
    },
    {
      name: "threshold",
      label: t("inventory.threshold"),
      cell: (item) =>
        may_write ? (
          <NumberCell
            label={`${t("inventory.threshold")}: ${titleOf(item)}. ${t("inventory.threshold_hint")}`}
            value={editOf(item).threshold}
            is_optional
            placeholder={item.has_own_threshold ? undefined : String(item.low_stock_threshold)}
            onType={(threshold) => table.type(item, { threshold })}
          />
        ) : (
          format.number(item.low_stock_threshold)
        ),
    },
  ]
}

type CellProps = {
  label: string
  value: string
  is_optional?: boolean
  placeholder?: string
  onType: (text: string) => void
}

function NumberCell({ label, value, is_optional, placeholder, onType }: CellProps) {
  const { t } = useText()
  const id = useId()
  const isBad = isWrong(value) && !(is_optional && !value.trim())

  return (
    <div className="flex flex-col gap-y-1">
      <TextInput
        size="small"
        inputMode="numeric"
        autoComplete="off"
        aria-label={label}
        aria-invalid={isBad}
        aria-describedby={isBad ? id : undefined}
        placeholder={placeholder}
        value={value}
        onChange={onType}
      />
      {isBad && (
        <span id={id} className="txt-small text-ui-fg-error">
          {t("inventory.wrong_number")}
        </span>
      )}
    </div>
  )
}
