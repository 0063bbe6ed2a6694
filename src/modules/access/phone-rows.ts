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
