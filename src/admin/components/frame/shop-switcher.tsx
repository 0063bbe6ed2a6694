import { toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useNavigate } from "react-router-dom"
import { call } from "../../lib/api/client"
import { takeSeat } from "../../lib/api/seat"
import { useMe, useShop } from "../../lib/me"
import { sentenceOf } from "../../lib/refusal-text"
import { useText } from "../../lib/text"
import { SelectBox } from "../select-box"

/** For those who belong to several shops. The tab keeps its shop; the session remembers the last for links and downloads. */
export function ShopSwitcher() {
  const texts = useText()
  const navigate = useNavigate()
  const { data: me } = useMe()
  const shop = useShop()
  const client = useQueryClient()
  if (!me || me.memberships.length < 2 || !shop) {
    return null
  }
  const choose = async (vendor_id: string): Promise<void> => {
    try {
      await call("POST /vendor/me/shop", { body: { vendor_id } })
    } catch (error) {
      toast.error(sentenceOf(error, texts))
      return
    }
    // What is open here is of the other shop, and what is typed in it must not be saved in this one.
    navigate("/vendor/home")
    takeSeat({ vendor_id })
    await client.invalidateQueries()
  }

  return (
    <SelectBox
      aria-label={texts.t("frame.shop")}
      className="max-w-40 sm:max-w-60"
      value={shop.vendor_id}
      choices={me.memberships.map(({ vendor_id, name }) => ({ value: vendor_id, label: name ?? vendor_id }))}
      onChange={choose}
    />
  )
}
