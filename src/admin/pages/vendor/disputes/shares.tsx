import { Money } from "../../../components/money"
import type { Dispute } from "./dispute"

/** What falls on the shop; each order's for itself, because text is not added up. */
export function Shares({
  dispute: { shares, currency_code },
}: {
  dispute: Pick<Dispute, "shares" | "currency_code">
}) {
  return (
    <>
      {shares.map(({ vendor_order_id, amount }) => (
        <Money key={vendor_order_id} className="block" amount={amount} currency_code={currency_code} />
      ))}
    </>
  )
}
