import type { AuthContext } from "@medusajs/framework/http"
import { deviceName } from "../../../lib/device-name"
import type { AccessToken } from "../../access/grants-of"

type SessionRow = {
  id: string
  device?: string | null
  ip_address?: string | null
  started_at: Date | string
  last_seen_at: Date | string
  expires_at: Date | string
  impersonator_user_id?: string | null
}

/** Sessions that act as the one who asks, theirs and those of staff under their name. */
export const liveSessionsOf = ({ actor_type, actor_id }: AuthContext, now: Date) => ({
  actor_type,
  actor_id,
  revoked_at: { $eq: null },
  expires_at: { $gt: now },
})

/** As its owner sees it. Of staff who act under the owner's name, their device and address are nobody's business. */
export function shownSession(row: SessionRow, shownBy: AccessToken) {
  const is_impersonated = Boolean(row.impersonator_user_id)

  return {
    id: row.id,
    device: is_impersonated ? null : deviceName(row.device),
    ip_address: is_impersonated ? null : (row.ip_address ?? null),
    started_at: row.started_at,
    last_seen_at: row.last_seen_at,
    expires_at: row.expires_at,
    is_current: row.id === shownBy.sid,
    is_impersonated,
  }
}
