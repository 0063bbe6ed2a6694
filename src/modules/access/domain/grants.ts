import type { ShopStatus } from "../../../lib/route-access"
import type { Settings } from "./settings"

export type Membership = {
  vendor_id: string
  role: string
  status: ShopStatus
  is_house: boolean
}

export type SessionState = {
  id: string
  actor_id: string
  vendor_id: string | null
  started_at: Date
  last_seen_at: Date
  expires_at: Date
  revoked_at: Date | null
  /** The member of staff who acts under this login's name, and their role at this moment. */
  impersonator_user_id: string | null
  impersonator_role: string | null
}

/** All that decides what a request may do, read from the database in one statement. */
export type Grants = {
  session: SessionState | null
  /** Sessions that started before this moment are dead. */
  revoked_before: Date | null
  staff_role: string | null
  memberships: Membership[]
  settings: Settings
}

export type FindGrantsInput = {
  session_id: string | null
  auth_identity_id: string
  /** The id of the user; null for a buyer, who has no staff role and no shop. */
  user_id: string | null
}
