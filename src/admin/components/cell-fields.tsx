import { type Input, Switch } from "@medusajs/ui"
import { type ComponentProps, useId } from "react"
import { useController } from "react-hook-form"
import { TextInput } from "./text-input"

type CellProps = {
  name: string
  /** Said to screen readers: the column and the row. */
  label: string
}

type TextProps = CellProps & { initial?: string } & Pick<
    ComponentProps<typeof Input>,
    "inputMode" | "maxLength" | "type"
  >

/** A field in a cell: its label is the head of the column, so it is not repeated for the eye. */
export function CellText({ name, label, initial, ...input }: TextProps) {
  const id = useId()
  const { field, fieldState } = useController({ name, defaultValue: initial })

  return (
    <div className="flex flex-col gap-y-1">
      <TextInput
        size="small"
        autoComplete="off"
        aria-label={label}
        aria-invalid={Boolean(fieldState.error)}
        aria-describedby={fieldState.error ? id : undefined}
        {...input}
        {...field}
        value={field.value ?? ""}
      />
      {fieldState.error && (
        <span id={id} className="txt-small text-ui-fg-error">
          {fieldState.error.message}
        </span>
      )}
    </div>
  )
}

export function CellSwitch({ name, label }: CellProps) {
  const { field } = useController({ name })

  return (
    <Switch
      size="small"
      aria-label={label}
      ref={field.ref}
      name={field.name}
      onBlur={field.onBlur}
      checked={Boolean(field.value)}
      onCheckedChange={field.onChange}
    />
  )
}
