import type { Context } from "@medusajs/framework/types"
import { ErrorCode, forbidden, notFound } from "../../lib/errors"
import { permissionsOfStaffRole, type StaffRole } from "../../lib/permissions"
import { queryRows } from "../../lib/sql"
import { decideGrant, decideMemberChange, type TeamMember, type TeamRefusal } from "../../lib/team-rules"
import { STAFF_RULES } from "./domain/staff"

export type StaffChange = { user_id: string; from: StaffRole | null; to: StaffRole | null }

const sentences: Record<TeamRefusal, string> = {
  permission_missing: "Your role does not allow this.",
  grant_refused: "Nobody can give or take a role that holds more than their own.",
  last_owner: "The last owner can neither leave nor be demoted.",
}

const refuse = (refusal: TeamRefusal | null) => {
  if (refusal) {
    throw forbidden(ErrorCode[refusal.toUpperCase() as Uppercase<TeamRefusal>], sentences[refusal])
  }
}

/** The whole staff. Changes of roles take turns, so that two owners who demote each other leave one. */
async function lockStaff(context: Context): Promise<TeamMember[]> {
  await queryRows(context, `select pg_advisory_xact_lock(hashtext('staff-roles'))`)

  return queryRows<TeamMember>(context, `select id, user_id, role from staff_member where deleted_at is null`)
}

/** Gives (`to` a role) or takes (`to` null) a staff role; `by` null is the operator at the console. */
export async function moveStaff(
  context: Context,
  { user_id, to, by }: { user_id: string; to: StaffRole | null; by: string | null }
): Promise<StaffChange> {
  const team = await lockStaff(context)
  const member = team.find((one) => one.user_id === user_id)
  if (by !== null) {
    refuse(
      member
        ? decideMemberChange(team, { member, to, actor_user_id: by }, STAFF_RULES)
        : decideGrant(team, { giver_user_id: by, permissions: permissionsOfStaffRole(to ?? "") }, STAFF_RULES)
    )
  }
  if (to === null) {
    await queryRows(context, `delete from staff_member where user_id = ?`, [user_id])
  } else {
    await queryRows(
      context,
      `insert into staff_member (id, user_id, role, granted_by)
       values ('stf_' || replace(gen_random_uuid()::text, '-', ''), ?, ?, ?)
       on conflict (user_id) do update
       set role = excluded.role, granted_by = excluded.granted_by, updated_at = now()`,
      [user_id, to, by]
    )
  }

  return { user_id, from: (member?.role as StaffRole | undefined) ?? null, to }
}

/** Refuses whoever may not give this role now. */
export async function assertMayGrant(
  context: Context,
  { role, by }: { role: StaffRole; by: string }
): Promise<void> {
  const team = await lockStaff(context)
  refuse(decideGrant(team, { giver_user_id: by, permissions: permissionsOfStaffRole(role) }, STAFF_RULES))
}

/** Takes an open invitation, once, whoever else tries at the same moment. */
export async function claimInvitation(
  context: Context,
  { token_hash, emails }: { token_hash: string; emails: string[] }
): Promise<{ role: StaffRole; invited_by: string }> {
  const [row] = await queryRows<{ role: StaffRole; invited_by: string }>(
    context,
    `update staff_invitation set accepted_at = now(), updated_at = now()
     where token_hash = ? and email in (${emails.map(() => "?").join(", ")}) and accepted_at is null and revoked_at is null
       and expires_at > now() and deleted_at is null
     returning role, invited_by`,
    [token_hash, ...emails]
  )
  if (!row) {
    throw notFound(
      ErrorCode.INVITATION_NOT_FOUND,
      "There is no open invitation like this for an address that you have confirmed."
    )
  }

  return row
}
