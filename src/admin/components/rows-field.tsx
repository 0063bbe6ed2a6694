import { XMarkMini } from "@medusajs/icons"
import { Button, IconButton, type Input, Label, Text } from "@medusajs/ui"
import { type ComponentProps, useId } from "react"
import { useController } from "react-hook-form"
import { useText } from "../lib/text"
import { type Choice, SelectBox } from "./select-box"
import { TextInput } from "./text-input"

export type Row = Record<string, string>

export type RowPart = {
  name: string
  label: string
  /** Where it is one of a few; else it is typed. */
  choices?: Choice[]
} & Pick<ComponentProps<typeof Input>, "inputMode" | "maxLength" | "placeholder">

type Props = {
  name: string
  label: string
  hint?: string
  parts: RowPart[]
  /** What the button for one more row says. */
  add: string
}

/** Any number of rows of a few parts each, such as an amount in each of some currencies. The form holds a list of them. */
export function RowsField({ name, label, hint, parts, add }: Props) {
  const id = useId()
  const { field, fieldState, formState } = useController({ name })
  const rows: Row[] = field.value ?? []
  const change = (index: number, row: Row) => field.onChange(rows.with(index, row))
  const empty = Object.fromEntries(parts.map((part) => [part.name, part.choices?.[0]?.value ?? ""]))

  return (
    <fieldset
      className="flex min-w-0 flex-col gap-y-2"
      disabled={formState.disabled}
      aria-describedby={fieldState.error ? id : undefined}
    >
      <legend className="txt-compact-small-plus mb-2">{label}</legend>
      {hint && (
        <Text size="small" className="text-ui-fg-subtle">
          {hint}
        </Text>
      )}
      {rows.map((row, index) => (
        <RowParts
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place alone
          key={index}
          row={row}
          parts={parts}
          onChange={(changed) => change(index, changed)}
          onRemove={() => field.onChange(rows.toSpliced(index, 1))}
        />
      ))}
      {fieldState.error && (
        <span id={id} role="alert" className="txt-small text-ui-fg-error">
          {fieldState.error.message}
        </span>
      )}
      <Button
        ref={field.ref}
        size="small"
        type="button"
        variant="secondary"
        className="self-start"
        onClick={() => field.onChange([...rows, empty])}
      >
        {add}
      </Button>
    </fieldset>
  )
}

type RowProps = { row: Row; parts: RowPart[]; onChange: (row: Row) => void; onRemove: () => void }

function RowParts({ row, parts, onChange, onRemove }: RowProps) {
  const { t } = useText()

  return (
    <div className="flex items-end gap-2 rounded-lg border p-2">
      <div className="flex min-w-0 flex-1 flex-wrap gap-2">
        {parts.map((part) => (
          <Part
            key={part.name}
            part={part}
            value={row[part.name] ?? ""}
            onChange={(value) => onChange({ ...row, [part.name]: value })}
          />
        ))}
      </div>
      <IconButton
        size="small"
        type="button"
        variant="transparent"
        aria-label={`${t("actions.remove")}: ${parts.map(({ name }) => row[name]).join(" ")}`}
        onClick={onRemove}
      >
        <XMarkMini aria-hidden="true" />
      </IconButton>
    </div>
  )
}

type PartProps = { part: RowPart; value: string; onChange: (value: string) => void }

function Part({ part: { name: _, label, choices, ...input }, value, onChange }: PartProps) {
  const id = useId()

  return (
    <div className="flex min-w-20 flex-1 flex-col gap-y-1">
      <Label htmlFor={id} size="xsmall" className="text-ui-fg-subtle">
        {label}
      </Label>
      {choices ? (
        <SelectBox id={id} value={value} choices={choices} onChange={onChange} />
      ) : (
        <TextInput id={id} size="small" autoComplete="off" {...input} value={value} onChange={onChange} />
      )}
    </div>
  )
}
