import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { ErrorCode, notAllowed, notFound } from "../../lib/errors"
import { insertRows, queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"
import { API_KEYS_LIMIT } from "./domain/api-key"
import { SHOP_KEYS } from "./domain/team"
import { assertMayGrant, lockTeam } from "./member-rows"
import type { ApiKeyRow, CreateApiKeyInput, ShownApiKey } from "./team-types"

const COLUMNS = `id, vendor_id, name, prefix, permissions, created_by, expires_at, last_used_at, revoked_at, created_at`

/** Keeps a new key. Its maker must hold, at this moment, all that it is made for. */
export async function createApiKey(context: Context, input: CreateApiKeyInput): Promise<ApiKeyRow> {
  const { vendor_id, created_by, permissions } = input
  const team = await lockTeam(context, vendor_id)
  assertMayGrant(team, { giver_user_id: created_by, permissions }, SHOP_KEYS)
  const alive = await queryRows(
    context,
    `select id from vendor_api_key where vendor_id = ? and revoked_at is null and expires_at > now() limit ?`,
    [vendor_id, API_KEYS_LIMIT]
  )
  if (alive.length >= API_KEYS_LIMIT) {
    throw notAllowed(
      ErrorCode.API_KEY_LIMIT_REACHED,
      `A shop has at most ${API_KEYS_LIMIT} keys: revoke one.`
    )
  }
  const [row] = await insertRows<ApiKeyRow>(
    context,
    "vendor_api_key",
    [{ id: generateEntityId(undefined, "vkey"), ...input, permissions: `{${permissions.join(",")}}` }],
    `returning ${COLUMNS}`
  )

  return row as ApiKeyRow
}

export async function revokeApiKey(context: Context, vendorId: string, id: string): Promise<void> {
  const revoked = await queryRows(
    context,
    `update vendor_api_key set revoked_at = now(), updated_at = now()
     where id = ? and vendor_id = ? and revoked_at is null returning id`,
    [id, boundVendor(vendorId)]
  )
  if (!revoked.length) {
    throw notFound(ErrorCode.API_KEY_NOT_FOUND, "This shop has no such key.")
  }
}

/**
 * One statement on the way of every request with a key. `platform_setting` is the access module's table (ADR 8). The
 * last use is written once a minute at most, so that a busy key does not write on every request.
 */
const SHOWN = `with touched as (
    update vendor_api_key set last_used_at = now()
    where token_hash = ? and revoked_at is null and expires_at > now()
      and (last_used_at is null or last_used_at < now() - interval '1 minute'))
  select k.id, k.vendor_id, k.permissions, v.status, m.role as maker_role,
    (select jsonb_object_agg(key, value) from platform_setting) as settings
  from vendor_api_key k
  join vendor v on v.id = k.vendor_id and v.deleted_at is null
  left join vendor_member m on m.vendor_id = k.vendor_id and m.user_id = k.created_by and m.deleted_at is null
  where k.token_hash = ? and k.revoked_at is null and k.expires_at > now() and k.deleted_at is null`

/** A key that counts, by its hash; null for one that is unknown, revoked or expired. */
export async function findShownKey(context: Context, tokenHash: string): Promise<ShownApiKey | null> {
  const [row] = await queryRows<ShownApiKey>(context, SHOWN, [tokenHash, tokenHash])

  return row ?? null
}
