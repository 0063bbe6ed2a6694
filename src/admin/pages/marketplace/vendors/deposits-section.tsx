import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { Money } from "../../../components/money"
import { Section } from "../../../components/page"
import { useMayAsStaff } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { DepositDrawer } from "./deposit-drawer"
import type { Terms } from "./shop"

/** Gateways pay the shop by themselves as long as its deposit covers what it may come to owe. */
export function DepositsSection({ terms }: { terms: Terms }) {
  const { t } = useText()
  const may = useMayAsStaff()
  const [is_open, setOpen] = useState(false)
  const { split_deposits: deposits, split_gateways: gateways } = terms

  return (
    <Section
      title={t("deposits.title")}
      hint={t("deposits.hint")}
      actions={
        may("payouts:approve") && (
          <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
            {t("deposits.book")}
          </Button>
        )
      }
    >
      <ul className="txt-small flex flex-col gap-y-2">
        {!deposits.length && <li>{t("deposits.none")}</li>}
        {deposits.map(({ currency_code, amount, deposited }) => (
          <li key={currency_code} className="flex flex-wrap justify-between gap-x-4">
            <span>
              <Money amount={deposited} currency_code={currency_code} />{" "}
              {t(Number(deposited) < Number(amount) ? "deposits.too_little" : "deposits.enough")}
            </span>
            <span className="text-ui-fg-subtle">
              {t("deposits.needed")} <Money amount={amount} currency_code={currency_code} />
            </span>
          </li>
        ))}
        {deposits.length > 0 &&
          gateways.map(({ gateway, has_account, last_error }) => (
            <li key={gateway}>
              {t(has_account ? "deposits.pays" : "deposits.pays_not", { gateway })}
              {last_error && (
                <Text size="small" className="text-ui-fg-error">
                  {last_error}
                </Text>
              )}
            </li>
          ))}
      </ul>
      {is_open && <DepositDrawer terms={terms} onClose={() => setOpen(false)} />}
    </Section>
  )
}
