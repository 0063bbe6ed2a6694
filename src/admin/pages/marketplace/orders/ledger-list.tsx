import { Text } from "@medusajs/ui"
import { Loaded } from "../../../components/loaded"
import { Money } from "../../../components/money"
import { useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"

/** What is booked of a shop's part, in the order it was booked. */
export function LedgerList({ id }: { id: string }) {
  const { t, named, format } = useText()
  const query = useAnswer("GET /admin/vendor-orders/:id", { params: { id } })

  return (
    <Loaded query={query} rows={3}>
      {({ vendor_order: { ledger_postings } }) => (
        <>
          {!ledger_postings?.length && <Text size="small">{t("vendor_orders.no_ledger")}</Text>}
          <ul className="divide-y rounded-lg border" aria-label={t("vendor_orders.ledger")}>
            {ledger_postings?.map(
              ({ id: posting, kind, account_type, amount, currency_code, occurred_at }) => (
                <li
                  key={posting}
                  className="txt-small flex flex-wrap items-center justify-between gap-x-4 px-3 py-2"
                >
                  <span className="min-w-0">
                    <span className="block">
                      {named("ledger.kinds", kind)} · {named("ledger.accounts", account_type)}
                    </span>
                    <span className="block text-ui-fg-subtle">{format.moment(occurred_at)}</span>
                  </span>
                  <span>
                    {t(amount.startsWith("-") ? "finance.credit" : "finance.debit")}{" "}
                    <Money amount={amount.replace("-", "")} currency_code={currency_code} />
                  </span>
                </li>
              )
            )}
          </ul>
        </>
      )}
    </Loaded>
  )
}
