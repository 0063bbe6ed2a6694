import type { Context } from "@medusajs/framework/types"
import { ErrorCode, notAllowed, unauthorized } from "../../lib/errors"
import { queryRows } from "../../lib/sql"
import { PENDING_SHOPS_LIMIT } from "./domain/team"

export type OwnShop = { id: string; handle: string; status: string }

/** The shops that somebody owns. Openings by one person take turns, or two at once would both find room. */
export async function lockOwnShops(context: Context, userId: string): Promise<OwnShop[]> {
  await queryRows(context, `select pg_advisory_xact_lock(hashtext(?))`, [`vendor-owner:${userId}`])

  return queryRows<OwnShop>(
    context,
    `select v.id, v.handle, v.status from vendor v join vendor_member m on m.vendor_id = v.id
     where m.user_id = ? and m.role = 'owner' and m.deleted_at is null and v.deleted_at is null`,
    [userId]
  )
}

/** The own shop that has the handle, if there is one; refuses when there is none and no further one may be opened. */
export function findOwnShop(
  own: OwnShop[],
  { handle, only_existing }: { handle: string; only_existing: boolean }
): OwnShop | undefined {
  const same = own.find((shop) => shop.handle === handle)
  if (!same && only_existing) {
    throw unauthorized(
      ErrorCode.SIGN_IN_REQUIRED,
      "This login has an account: sign in to open a further shop."
    )
  }
  if (!same && own.filter(({ status }) => status === "pending").length >= PENDING_SHOPS_LIMIT) {
    throw notAllowed(
      ErrorCode.PENDING_SHOP_LIMIT_REACHED,
      `At most ${PENDING_SHOPS_LIMIT} of your shops can wait for approval at once.`
    )
  }

  return same
}
