import { Button } from "@medusajs/ui"
import { useState } from "react"
import { Facts, Section } from "../../../components/page"
import { textOf } from "../../../lib/description"
import { useMayAsStaff } from "../../../lib/me"
import { useText } from "../../../lib/text"
import type { Shop } from "./shop"
import { TaxAndRateDrawer } from "./tax-and-rate-drawer"

export function ProfileSection({ shop }: { shop: Shop }) {
  const { t, format } = useText()
  const may = useMayAsStaff()
  const [is_open, setOpen] = useState(false)
  const address = [shop.address_1, shop.address_2, shop.postal_code, shop.city, shop.province]
    .filter(Boolean)
    .join(", ")

  return (
    <Section
      title={t("shops.profile")}
      actions={
        may("vendors:write") && (
          <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
            {t("shops.edit_tax_and_rate")}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          [t("shops.handle"), shop.handle],
          [
            t("shops.description"),
            shop.description && (
              <span key="description" className="whitespace-pre-line">
                {textOf(shop.description)}
              </span>
            ),
          ],
          [
            t("shops.email"),
            <a key="email" className="break-all" href={`mailto:${shop.contact_email}`}>
              {shop.contact_email}
            </a>,
          ],
          [
            t("shops.phone"),
            shop.contact_phone && (
              <a key="phone" href={`tel:${shop.contact_phone}`}>
                {shop.contact_phone}
              </a>
            ),
          ],
          [t("shops.address"), address || null],
          [t("shops.country"), shop.country_code?.toUpperCase()],
          [t("shops.tax_status"), t(`shops.${shop.tax_status}`)],
          [t("shops.verified"), shop.verified_at && format.date(shop.verified_at)],
          [
            t("shops.own_rate"),
            shop.commission_rate_bps === null
              ? t("shops.by_rules")
              : format.percent(shop.commission_rate_bps),
          ],
          [t("shops.bank_account"), <BankAccount key="account" shop={shop} />],
        ]}
      />
      {is_open && <TaxAndRateDrawer shop={shop} onClose={() => setOpen(false)} />}
    </Section>
  )
}

/** Staff who may not see where the money goes get no account in the answer at all. */
function BankAccount({ shop }: { shop: Shop }) {
  const { t } = useText()
  const account = "bank_account" in shop ? shop.bank_account : null
  if (!account) {
    return <>–</>
  }

  return (
    <>
      {account.bank_name ?? account.bank_code} ···{account.account_last4}, {account.account_name},{" "}
      {t(account.is_verified ? "shops.account_verified" : "shops.account_unverified")}
    </>
  )
}
