import { Text } from "@medusajs/ui"
import { Section } from "../../../components/page"
import { countryNames } from "../../../lib/countries"
import { useText } from "../../../lib/text"
import type { Order } from "./order"

export function BuyerSection({ order: { buyer, delivery_address: address } }: { order: Order }) {
  const { t, language } = useText()
  const lines = address
    ? [
        address.company,
        address.address_1,
        address.address_2,
        [address.postal_code, address.city].filter(Boolean).join(" "),
        address.province,
        ...countryNames(address.country_code ? [address.country_code] : [], language),
      ].filter(Boolean)
    : []

  return (
    <Section title={t("orders.delivery")} className="flex flex-col gap-y-3 px-4 py-4 sm:px-6">
      <address className="txt-small not-italic">
        <div className="txt-small-plus">{buyer.name}</div>
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </address>
      {!address && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("orders.no_address")}
        </Text>
      )}
      {(buyer.phone || buyer.email) && (
        <div className="txt-small flex flex-col">
          <span className="text-ui-fg-subtle">{t("orders.contact")}</span>
          {buyer.phone && <a href={`tel:${buyer.phone}`}>{buyer.phone}</a>}
          {buyer.email && (
            <a className="break-all" href={`mailto:${buyer.email}`}>
              {buyer.email}
            </a>
          )}
        </div>
      )}
    </Section>
  )
}
