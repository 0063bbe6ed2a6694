import { Input } from "@medusajs/ui"
import { type ComponentProps, forwardRef } from "react"
import { useText } from "../lib/text"

type Props = Omit<ComponentProps<typeof Input>, "onChange"> & { onChange: (text: string) => void }

/** A line of text. Keyboards of phones offer for a decimal number the sign of their region alone, so a comma counts there. */
export const TextInput = forwardRef<HTMLInputElement, Props>(
  ({ onChange, onBlur, onKeyDown, ...input }, ref) => {
    const { format } = useText()
    const is_number = input.inputMode === "decimal" || input.inputMode === "numeric"
    // Not at each key: `1,5` may be on its way to `1,500`.
    const finish = (text: string): void => {
      const number = format.finishedNumber(text)
      if (input.inputMode === "decimal" && number !== text) {
        onChange(number)
      }
    }

    return (
      <Input
        ref={ref}
        {...input}
        onChange={({ target }) => onChange(is_number ? format.typedNumber(target.value) : target.value)}
        onBlur={(event) => {
          finish(event.currentTarget.value)
          onBlur?.(event)
        }}
        onKeyDown={(event) => {
          // It sends the form while the field still has the focus.
          if (event.key === "Enter") {
            finish(event.currentTarget.value)
          }
          onKeyDown?.(event)
        }}
      />
    )
  }
)
TextInput.displayName = "TextInput"
