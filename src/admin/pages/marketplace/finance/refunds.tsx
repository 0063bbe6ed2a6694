import { useMayAsStaff } from "../../../lib/me"
import { BankRefunds } from "./bank-refunds"
import { FinancePage } from "./finance-page"
import { GatewayRefunds } from "./gateway-refunds"

/** Refunds that do not end by themselves. */
export default function Refunds() {
  const may = useMayAsStaff()

  return (
    <FinancePage name="refunds">
      {may("ledger:read") && (
        <>
          <GatewayRefunds />
          <BankRefunds />
        </>
      )}
    </FinancePage>
  )
}
