import { useNavigate } from "react-router-dom"
import { ReasonDrawer } from "../../../components/reason-drawer"
import { useAction } from "../../../lib/api/hooks"
import { takeSeat } from "../../../lib/api/seat"
import { useText } from "../../../lib/text"
import type { Shop } from "./shop"

/** What the server asks of a reason. */
const LEAST_LETTERS = 10

type Props = { shop: Shop; user_id: string; name: string; onClose: () => void }

/** From then on this tab's pages of shops work under the member's name; the person's own session stays as it is. */
export function ImpersonateDrawer({ shop, user_id, name, onClose }: Props) {
  const { t } = useText()
  const navigate = useNavigate()
  const start = useAction("POST /admin/impersonations")
  const run = async (reason: string): Promise<void> => {
    const { token, impersonation } = await start.mutateAsync({
      body: { actor_type: "user", actor_id: user_id, reason },
    })
    takeSeat({
      vendor_id: shop.id,
      impersonation: {
        id: impersonation.id,
        token,
        shop_name: shop.name,
        ends_at: impersonation.expires_at,
      },
    })
    navigate("/vendor/home")
  }

  return (
    <ReasonDrawer
      title={t("shops.impersonate_title", { name })}
      hint={t("shops.impersonate_hint")}
      verb={t("shops.impersonate")}
      least={LEAST_LETTERS}
      run={run}
      onClose={onClose}
    />
  )
}
