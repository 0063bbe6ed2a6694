import { Alert } from "@medusajs/ui"
import type { Permission } from "../../lib/permissions"
import { useShop } from "../lib/me"
import { barringState } from "../lib/shop-rights"
import { useText } from "../lib/text"

/** Why what the role allows is not offered: the shop is in a state in which it cannot be done. */
export function StandingNote({ permission }: { permission: Permission }) {
  const { t } = useText()
  const state = barringState(useShop(), permission)

  return state && state !== "approved" ? <Alert variant="info">{t(`states.barred.${state}`)}</Alert> : null
}
