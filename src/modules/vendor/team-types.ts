import type { Permission, VendorRole } from "../../lib/permissions"
import type { ShopStatus } from "../../lib/route-access"

export type MemberRow = {
  id: string
  vendor_id: string
  user_id: string
  role: VendorRole
  created_at: Date
}

export type ChangeMemberInput = { vendor_id: string; member_id: string; actor_user_id: string }

export type GrantInput = { giver_user_id: string; permissions: Iterable<Permission> }

/** What goes with a member who is taken out, so that it can come back if the workflow fails. */
export type RemovedMember = { member: MemberRow; api_key_ids: string[]; invitation_ids: string[] }

export type InvitationRow = {
  id: string
  vendor_id: string
  email: string
  role: VendorRole
  token_hash: string
  expires_at: Date
  sent_at: Date
  sent_count: number
  accepted_at: Date | null
  accepted_by: string | null
  revoked_at: Date | null
  invited_by: string
  created_at: Date
}

export type InviteInput = {
  vendor_id: string
  email: string
  role: VendorRole
  token_hash: string
  actor_user_id: string
  now: Date
}

export type ResendInput = {
  vendor_id: string
  invitation_id: string
  token_hash: string
  actor_user_id: string
  now: Date
}

export type AcceptInput = {
  token_hash: string
  /** The addresses whose mail the login is known to read. */
  proven_emails: string[]
  user_id: string
  now: Date
}

export type ApiKeyRow = {
  id: string
  vendor_id: string
  name: string
  prefix: string
  permissions: string[]
  created_by: string
  expires_at: Date
  last_used_at: Date | null
  revoked_at: Date | null
  created_at: Date
}

export type CreateApiKeyInput = Pick<ApiKeyRow, "vendor_id" | "name" | "prefix" | "created_by"> & {
  token_hash: string
  permissions: Permission[]
  expires_at: Date
}

/** A key that a request shows, with all that decides what it may do. */
export type ShownApiKey = {
  id: string
  vendor_id: string
  status: ShopStatus
  permissions: string[]
  /** Of its maker, at this moment; null when they have left the shop. */
  maker_role: string | null
  settings: Record<string, unknown> | null
}
