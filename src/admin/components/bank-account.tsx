import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useAnswer } from "../lib/api/hooks"
import { useMayInShop } from "../lib/me"
import { useText } from "../lib/text"
import { BankDrawer } from "./bank-drawer"
import { Loaded } from "./loaded"

export function BankAccount() {
  const { t } = useText()
  const mayInShop = useMayInShop()
  const query = useAnswer("GET /vendor/bank-account", {})
  const [is_open, setOpen] = useState(false)

  return (
    <Loaded query={query} rows={1}>
      {({ bank_account: account }) => (
        <div className="flex flex-col items-start gap-y-2">
          {account && (
            <p className="txt-small">
              {t("bank.account_line", {
                bank: account.bank_name ?? account.bank_code,
                last4: account.account_last4,
                name: account.account_name,
              })}
              {account.name_check_says && <span className="block">{account.name_check_says}</span>}
            </p>
          )}
          {mayInShop("bank-accounts:write") && (
            <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
              {t(account ? "bank.change" : "bank.add")}
            </Button>
          )}
          {is_open && <BankDrawer account={account} onClose={() => setOpen(false)} />}
        </div>
      )}
    </Loaded>
  )
}
