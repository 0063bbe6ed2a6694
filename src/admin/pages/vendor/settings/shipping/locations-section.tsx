import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { Loaded } from "../../../../components/loaded"
import { Section } from "../../../../components/page"
import { EmptyState } from "../../../../components/states"
import { useAnswer } from "../../../../lib/api/hooks"
import { countryNames } from "../../../../lib/countries"
import { useMayInShop } from "../../../../lib/me"
import { useText } from "../../../../lib/text"
import { LocationDrawer } from "./location-drawer"
import { addressLines, type Location } from "./location-values"

/** As many as the route gives at once. */
const MOST = 100

export function LocationsSection() {
  const { t } = useText()
  const query = useAnswer("GET /vendor/stock-locations", { query: { limit: MOST } })
  const mayWrite = useMayInShop()("inventory:write")
  const [edited, setEdited] = useState<Location | null>(null)

  return (
    <Section title={t("shipping.locations")} hint={t("shipping.locations_hint")} className="divide-y">
      <Loaded query={query} rows={1}>
        {({ stock_locations }) =>
          stock_locations.length ? (
            <ul className="divide-y">
              {stock_locations.map((location) => (
                <LocationRow
                  key={location.id}
                  location={location}
                  onEdit={mayWrite ? () => setEdited(location) : null}
                />
              ))}
            </ul>
          ) : (
            <EmptyState title={t("shipping.no_place")} hint={t("shipping.no_place_hint")} />
          )
        }
      </Loaded>
      {edited && <LocationDrawer location={edited} onClose={() => setEdited(null)} />}
    </Section>
  )
}

type RowProps = { location: Location; onEdit: (() => void) | null }

function LocationRow({ location: { name, address }, onEdit }: RowProps) {
  const { t, language } = useText()
  const country = address?.country_code ? countryNames([address.country_code], language).join() : null
  const lines = addressLines(address, country)

  return (
    <li className="flex flex-wrap items-start justify-between gap-2 px-4 py-4 sm:px-6">
      <div className="min-w-0">
        <Text size="small" weight="plus" className="break-words">
          {name}
        </Text>
        <address className="txt-small break-words not-italic text-ui-fg-subtle">
          {lines.length ? lines.map((line) => <div key={line}>{line}</div>) : t("shipping.no_address")}
        </address>
      </div>
      {onEdit && (
        <Button size="small" variant="secondary" onClick={onEdit}>
          {t("actions.edit")}
          <span className="sr-only">{name}</span>
        </Button>
      )}
    </li>
  )
}
