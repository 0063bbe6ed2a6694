import { Money } from "../../../../components/money"
import { useText } from "../../../../lib/text"

type Props = { amount: string; currency_code: string }

/** What a delivery costs, which may be nothing. */
export function Price({ amount, currency_code }: Props) {
  const { t } = useText()

  return /[1-9]/.test(amount) ? (
    <Money amount={amount} currency_code={currency_code} />
  ) : (
    <span className="whitespace-nowrap">
      {t("shipping.free")} ({currency_code.toUpperCase()})
    </span>
  )
}
