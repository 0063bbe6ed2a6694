import { Checkbox, Hint, Text } from "@medusajs/ui"
import { useId } from "react"
import { useController } from "react-hook-form"
import type { Choice } from "./select-box"

type Props = { name: string; label: string; choices: (Choice & { hint?: string })[] }

/** Some of a few, all of which are seen. The form holds a list of their values. */
export function ChecksField({ name, label, choices }: Props) {
  const id = useId()
  const { field, fieldState } = useController({ name })
  const chosen: string[] = field.value ?? []
  const toggle = (value: string): void =>
    field.onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value])

  return (
    <fieldset ref={field.ref} tabIndex={-1} className="flex min-w-0 flex-col gap-y-2">
      <legend className="txt-compact-small-plus mb-2">{label}</legend>
      <ul className="divide-y rounded-md border">
        {choices.map(({ value, label: title, hint }) => (
          <li key={value} className="flex items-center gap-x-2 px-3 py-2">
            <Checkbox
              id={`${id}-${value}`}
              checked={chosen.includes(value)}
              onCheckedChange={() => toggle(value)}
            />
            <label htmlFor={`${id}-${value}`} className="txt-compact-small min-w-0 flex-1 break-words">
              {title}
              {hint && (
                <Text size="small" className="text-ui-fg-subtle" as="span">
                  {" "}
                  {hint}
                </Text>
              )}
            </label>
          </li>
        ))}
      </ul>
      {fieldState.error && (
        <Hint variant="error" role="alert">
          {fieldState.error.message}
        </Hint>
      )}
    </fieldset>
  )
}
