import { clx } from "@medusajs/ui"
import { useText } from "../lib/text"

type Props = { amount: string; currency_code: string; className?: string }

/** An amount, as decimal text in major units. */
export function Money({ amount, currency_code, className }: Props) {
  const { format } = useText()

  return (
    <span className={clx("whitespace-nowrap tabular-nums", className)}>
      {format.money(amount, currency_code)}
    </span>
  )
}
