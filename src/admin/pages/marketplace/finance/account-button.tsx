import { Drawer } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../../components/action-button"
import { DrawerHead } from "../../../components/drawer-head"
import { Facts } from "../../../components/page"
import { type Answer, call } from "../../../lib/api/client"
import { useText } from "../../../lib/text"

type Account = Answer<"GET /admin/refunds/:id/account">["account"]

/** The whole number of a buyer's account, for whoever pays by hand. Each look is written in the audit log, so it is asked for by a click alone. */
export function AccountButton({ id }: { id: string }) {
  const { t } = useText()
  const [account, setAccount] = useState<Account | null>(null)
  const read = async (): Promise<void> =>
    setAccount((await call("GET /admin/refunds/:id/account", { params: { id } })).account)

  return (
    <>
      <ActionButton run={read}>{t("finance.show_account")}</ActionButton>
      <Drawer open={account !== null} onOpenChange={(is_open) => !is_open && setAccount(null)}>
        <Drawer.Content>
          <DrawerHead title={t("finance.refund_account")} hint={t("finance.show_account_hint")} />
          <Drawer.Body>
            {account && (
              <Facts
                facts={[
                  [t("finance.account_name"), account.account_name],
                  [t("finance.account_number"), account.account_number],
                  [t("finance.bank"), account.bank_name],
                  [t("finance.bank_code"), account.bank_code],
                  [t("finance.currency"), account.currency_code.toUpperCase()],
                ]}
              />
            )}
          </Drawer.Body>
        </Drawer.Content>
      </Drawer>
    </>
  )
}
