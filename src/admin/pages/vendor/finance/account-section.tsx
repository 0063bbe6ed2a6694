import { Text } from "@medusajs/ui"
import { Loaded } from "../../../components/loaded"
import { Facts, Section } from "../../../components/page"
import { TextLink } from "../../../components/text-link"
import { useAnswer } from "../../../lib/api/hooks"
import { useMayInShop } from "../../../lib/me"
import { useText } from "../../../lib/text"

/** Where payouts go: no more of the number than its end. */
export function AccountSection() {
  const { t } = useText()
  const may = useMayInShop()
  const query = useAnswer("GET /vendor/bank-account", {})

  return (
    <Loaded query={query} rows={2}>
      {({ bank_account: account }) => (
        <Section
          title={t("shop_money.account")}
          actions={
            may("bank-accounts:write") && (
              <TextLink to="/vendor/settings/bank" className="txt-small">
                {t("shop_money.change_account")}
              </TextLink>
            )
          }
          className="flex flex-col gap-y-3 px-4 py-4 sm:px-6"
        >
          {!account && <Text size="small">{t("shop_money.no_account")}</Text>}
          {account && (
            <>
              <Text size="small" weight="plus">
                {t("shop_money.account_ends", {
                  bank: account.bank_name ?? account.bank_code,
                  last4: account.account_last4,
                })}
              </Text>
              <Facts
                facts={[
                  [t("shop_money.account_name"), account.account_name],
                  [t("shop_money.account_currency"), account.currency_code.toUpperCase()],
                ]}
              />
              <Text size="small" className="text-ui-fg-subtle">
                {t(account.is_verified ? "shop_money.name_confirmed" : "shop_money.name_unconfirmed")}
              </Text>
            </>
          )}
        </Section>
      )}
    </Loaded>
  )
}
