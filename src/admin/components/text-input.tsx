import { Input } from "@medusajs/ui"
import { type ComponentProps, forwardRef } from "react"
import { useText } from "../lib/text"

type Props = Omit<ComponentProps<typeof Input>, "onChange"> & { onChange: (text: string) => void }

/** A line of text. Keyboards of phones offer for a decimal number the sign of their language alone, so a comma counts there. */
export const TextInput = forwardRef<HTMLInputElement, Props>(({ onChange, ...input }, ref) => {
  const { format } = useText()
  const is_number = input.inputMode === "decimal" || input.inputMode === "numeric"

  return (
    <Input
      ref={ref}
      {...input}
      onChange={({ target }) => onChange(is_number ? format.typedNumber(target.value) : target.value)}
    />
  )
})
TextInput.displayName = "TextInput"
