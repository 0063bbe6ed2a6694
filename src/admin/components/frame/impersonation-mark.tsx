import { Badge, Button, DropdownMenu, toast } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import { VENDOR_PAGES } from "../../../lib/dashboard-pages"
import { call } from "../../lib/api/client"
import { useSeat } from "../../lib/api/hooks"
import { takeSeat } from "../../lib/api/seat"
import { useMayInShop } from "../../lib/me"
import { sentenceOf } from "../../lib/refusal-text"
import { useText } from "../../lib/text"

/** Says in whose name a member of staff acts, on every page, leads to the shop's pages, and ends it. */
export function ImpersonationMark() {
  const texts = useText()
  const { t } = texts
  const { impersonation } = useSeat()
  if (!impersonation) {
    return null
  }
  const end = async (): Promise<void> => {
    // The frame then leads back to the staff's own pages.
    takeSeat({ impersonation: null, vendor_id: null })
    try {
      await call("DELETE /admin/impersonations/:id", { params: { id: impersonation.id } })
    } catch (error) {
      // This tab has let go of it already; the server still counts it as open until it runs out.
      toast.error(sentenceOf(error, texts))
    }
  }

  return (
    <div className="flex items-center gap-x-2">
      <Badge size="2xsmall" color="orange" className="max-w-24 truncate sm:max-w-60">
        {t("frame.acting_for", { shop: impersonation.shop_name })}
      </Badge>
      <ShopPages />
      <Button size="small" variant="transparent" onClick={end}>
        {t("frame.stop_acting")}
      </Button>
    </div>
  )
}

/** The navigation beside the page stays the person's own: what the shop has there is reached from here. */
function ShopPages() {
  const { t, named } = useText()
  const navigate = useNavigate()
  const may = useMayInShop()

  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <Button size="small" variant="secondary" className="whitespace-nowrap">
          {t("frame.shop_pages")}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        {VENDOR_PAGES.filter(({ permission }) => permission === null || may(permission)).map(({ path }) => (
          <DropdownMenu.Item key={path} onClick={() => navigate(path)}>
            {named("nav", path.replace("/vendor/", ""))}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
