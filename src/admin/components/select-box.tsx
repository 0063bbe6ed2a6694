import { Select } from "@medusajs/ui"
import type { ComponentProps } from "react"

export type Choice = { value: string; label: string }

type Props = {
  value: string
  choices: Choice[]
  onChange: (value: string) => void
} & Pick<ComponentProps<typeof Select.Trigger>, "id" | "aria-label" | "className">

/** One of a few, outside of a form's fields. What it is called stands in `aria-label`, or in a label that names its `id`. */
export function SelectBox({ value, choices, onChange, ...trigger }: Props) {
  return (
    <Select size="small" value={value} onValueChange={onChange}>
      <Select.Trigger {...trigger}>
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {choices.map((choice) => (
          <Select.Item key={choice.value} value={choice.value}>
            {choice.label}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
