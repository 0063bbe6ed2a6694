import { useText } from "../lib/text"
import { type RowPart, RowsField } from "./rows-field"

type Props = { name: string; label: string; hint?: string }

/** The parts of a row that names an amount in a currency. */
export function useAmountParts(): RowPart[] {
  const { t } = useText()

  return [
    { name: "currency_code", label: t("inputs.currency"), maxLength: 3, placeholder: "NGN" },
    { name: "amount", label: t("inputs.amount_label"), inputMode: "decimal", placeholder: "1000" },
  ]
}

/** An amount in each of some currencies. */
export function AmountRows(props: Props) {
  const { t } = useText()

  return <RowsField {...props} parts={useAmountParts()} add={t("inputs.add_currency")} />
}
