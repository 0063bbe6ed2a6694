import { Money } from "../../../components/money"
import { useText } from "../../../lib/text"

/** An amount of the books, where debit is above zero: its side is said instead of a sign. */
export function BookedAmount({ amount, currency_code }: { amount: string; currency_code: string }) {
  const { t } = useText()

  return (
    <>
      {Number(amount) !== 0 && (
        <span className="text-ui-fg-subtle">
          {t(amount.startsWith("-") ? "finance.credit" : "finance.debit")}{" "}
        </span>
      )}
      <Money amount={amount.replace("-", "")} currency_code={currency_code} />
    </>
  )
}
