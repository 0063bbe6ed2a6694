import { Select } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { call } from "../../lib/api/client"
import { takeSeat } from "../../lib/api/seat"
import { useMe, useShop } from "../../lib/me"
import { useText } from "../../lib/text"

/** For those who belong to several shops. The tab keeps its shop; the session remembers the last for links and downloads. */
export function ShopSwitcher() {
  const { t } = useText()
  const { data: me } = useMe()
  const shop = useShop()
  const client = useQueryClient()
  if (!me || me.memberships.length < 2 || !shop) {
    return null
  }
  const choose = async (vendor_id: string): Promise<void> => {
    takeSeat({ vendor_id })
    await call("POST /vendor/me/shop", { body: { vendor_id } })
    await client.invalidateQueries()
  }

  return (
    <Select size="small" value={shop.vendor_id} onValueChange={choose}>
      <Select.Trigger aria-label={t("frame.shop")} className="max-w-40 sm:max-w-60">
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {me.memberships.map(({ vendor_id, name }) => (
          <Select.Item key={vendor_id} value={vendor_id}>
            {name}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
