import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"

/** Beside the mark of revoked tokens, which another request may set at the same moment. */
export async function notePhoneChange(
  context: Context,
  authIdentityId: string,
  at: Date | null
): Promise<void> {
  await queryRows(
    context,
    `insert into access_mark (auth_identity_id, phone_changed_at) values (?, ?)
     on conflict (auth_identity_id) do update set phone_changed_at = excluded.phone_changed_at, updated_at = now()`,
    [authIdentityId, at]
  )
}

export type EndOtherSessionsInput = {
  auth_identity_id: string
  kept_session_id: string | null
  because: string
}

/** All sessions of a login but the one that asks. Tokens without an actor are left: they are asked again for all proofs. */
export async function endOtherSessions(
  context: Context,
  { auth_identity_id, kept_session_id, because }: EndOtherSessionsInput
): Promise<{ ids: string[]; ended_at: Date; mark: null }> {
  const ended_at = new Date()
  const rows = await queryRows<{ id: string }>(
    context,
    `update access_session set revoked_at = ?, revoked_because = ?, updated_at = now()
     where auth_identity_id = ? and id <> ? and revoked_at is null and expires_at > ? returning id`,
    [ended_at, because, auth_identity_id, kept_session_id ?? "", ended_at]
  )

  return { ids: rows.map(({ id }) => id), ended_at, mark: null }
}
