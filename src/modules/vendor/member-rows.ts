import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { ErrorCode, forbidden, notAllowed, notFound } from "../../lib/errors"
import type { VendorRole } from "../../lib/permissions"
import { insertRows, queryRows } from "../../lib/sql"
import { decideGrant, decideMemberChange, type TeamRules, type TeamVerdict } from "../../lib/team-rules"
import { boundVendor } from "../../lib/vendor-scope"
import { SHOP_TEAM } from "./domain/team"
import type { ChangeMemberInput, GrantInput, MemberRow, RemovedMember } from "./team-types"

/**
 * The people of a shop, held still until the transaction ends: whoever changes a team takes turns here, so that
 * two owners cannot demote each other at once.
 */
export async function lockTeam(context: Context, vendorId: string): Promise<MemberRow[]> {
  const shops = await queryRows(
    context,
    `select id from vendor where id = ? and deleted_at is null for no key update`,
    [boundVendor(vendorId)]
  )
  if (!shops.length) {
    throw notFound(ErrorCode.VENDOR_NOT_FOUND, "There is no such shop.")
  }

  return queryRows<MemberRow>(
    context,
    `select id, vendor_id, user_id, role, created_at from vendor_member
     where vendor_id = ? and deleted_at is null order by id`,
    [vendorId]
  )
}

export function assertMayGrant(team: MemberRow[], input: GrantInput, rules: TeamRules = SHOP_TEAM): void {
  assertVerdict(decideGrant(team, input, rules))
}

/** Gives a member another role; answers how the row was. */
export async function changeRole(
  context: Context,
  { vendor_id, member_id, actor_user_id, to }: ChangeMemberInput & { to: VendorRole }
): Promise<MemberRow> {
  const team = await lockTeam(context, vendor_id)
  const member = memberOf(team, member_id)
  assertVerdict(decideMemberChange(team, { member, to, actor_user_id }, SHOP_TEAM))
  await queryRows(context, `update vendor_member set role = ?, updated_at = now() where id = ?`, [
    to,
    member.id,
  ])

  return member
}

/** Takes a member out of a shop, and with them the keys they made and the invitations they sent. */
export async function removeMember(
  context: Context,
  { vendor_id, member_id, actor_user_id }: ChangeMemberInput
): Promise<RemovedMember> {
  const team = await lockTeam(context, vendor_id)
  const member = memberOf(team, member_id)
  assertVerdict(decideMemberChange(team, { member, to: null, actor_user_id }, SHOP_TEAM))
  await queryRows(context, `delete from vendor_member where id = ?`, [member.id])
  const maker = [vendor_id, member.user_id]
  const keys = await queryRows<{ id: string }>(
    context,
    `update vendor_api_key set revoked_at = now(), updated_at = now()
     where vendor_id = ? and created_by = ? and revoked_at is null returning id`,
    maker
  )
  const invitations = await queryRows<{ id: string }>(
    context,
    `update vendor_invitation set revoked_at = now(), updated_at = now()
     where vendor_id = ? and invited_by = ? and revoked_at is null and accepted_at is null returning id`,
    maker
  )

  return {
    member,
    api_key_ids: keys.map(({ id }) => id),
    invitation_ids: invitations.map(({ id }) => id),
  }
}

/** Puts a role back, unless that would leave the shop without an owner: somebody has acted meanwhile. */
export async function restoreRole(context: Context, { id, vendor_id, role }: MemberRow): Promise<void> {
  await lockTeam(context, vendor_id)
  await queryRows(
    context,
    `update vendor_member set role = ?, updated_at = now() where id = ? and (role <> 'owner' or exists (
       select 1 from vendor_member other where other.vendor_id = ? and other.role = 'owner' and other.id <> ?))`,
    [role, id, vendor_id, id]
  )
}

export async function restoreMember(
  context: Context,
  { member, api_key_ids, invitation_ids }: RemovedMember
): Promise<void> {
  await insertRows(context, "vendor_member", [member], "on conflict do nothing")
  for (const [table, ids] of [
    ["vendor_api_key", api_key_ids],
    ["vendor_invitation", invitation_ids],
  ] as const) {
    await queryRows(
      context,
      `update ${table} set revoked_at = null where id in (select jsonb_array_elements_text(?::jsonb))`,
      [JSON.stringify(ids)]
    )
  }
}

export async function insertMember(
  context: Context,
  member: Pick<MemberRow, "vendor_id" | "user_id" | "role">
): Promise<MemberRow> {
  const row = { id: generateEntityId(undefined, "vmem"), ...member }
  const [inserted] = await insertRows<MemberRow>(
    context,
    "vendor_member",
    [row],
    "on conflict do nothing returning id, vendor_id, user_id, role, created_at"
  )
  if (!inserted) {
    throw notAllowed(ErrorCode.MEMBER_EXISTS, "You belong to this shop already.")
  }

  return inserted
}

function memberOf(team: MemberRow[], id: string): MemberRow {
  const member = team.find((one) => one.id === id)
  if (!member) {
    throw notFound(ErrorCode.MEMBER_NOT_FOUND, "This shop has no such member.")
  }

  return member
}

function assertVerdict(verdict: TeamVerdict): void {
  switch (verdict) {
    case null:
      return
    case "permission_missing":
      throw forbidden(ErrorCode.PERMISSION_MISSING, "Your role in this shop does not allow this.")
    case "grant_refused":
      throw forbidden(ErrorCode.GRANT_REFUSED, "Nobody gives or takes more than they hold themselves.")
    case "last_owner":
      throw notAllowed(
        ErrorCode.LAST_OWNER,
        "A shop keeps at least one owner: make somebody else owner first."
      )
    default:
      verdict satisfies never
  }
}
