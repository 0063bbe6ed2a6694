import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { ErrorCode, notAllowed } from "../../lib/errors"
import {
  decideResend,
  INVITATION_LIMITS,
  INVITATIONS_OF_PENDING_SHOP,
  invitationExpiry,
  invitationState,
  type ResendVerdict,
} from "../../lib/invitation-rules"
import { permissionsOfVendorRole } from "../../lib/permissions"
import { insertRows, queryRows } from "../../lib/sql"
import { decideGrant } from "../../lib/team-rules"
import { boundVendor } from "../../lib/vendor-scope"
import { SHOP_TEAM } from "./domain/team"
import { assertMayGrant, insertMember, lockTeam } from "./member-rows"
import { invitationMissing } from "./refusals"
import type { AcceptInput, InvitationRow, InviteInput, MemberRow, ResendInput } from "./team-types"

const OPEN = `accepted_at is null and revoked_at is null`

/** Invites an address. The team stands still, so that the limits hold and an address is invited once at a time. */
export async function invite(context: Context, input: InviteInput): Promise<InvitationRow> {
  const { vendor_id, email, role, token_hash, actor_user_id, now } = input
  const team = await lockTeam(context, vendor_id)
  assertMayGrant(team, { giver_user_id: actor_user_id, permissions: permissionsOfVendorRole(role) })
  await queryRows(
    context,
    `update vendor_invitation set revoked_at = ?, updated_at = now()
     where vendor_id = ? and email = ? and ${OPEN} and expires_at <= ?`,
    [now, vendor_id, email, now]
  )
  await assertRoom(context, input)
  const [row] = await insertRows<InvitationRow>(
    context,
    "vendor_invitation",
    [
      {
        id: generateEntityId(undefined, "vinv"),
        vendor_id,
        email,
        role,
        token_hash,
        expires_at: invitationExpiry(now),
        sent_at: now,
        invited_by: actor_user_id,
      },
    ],
    "returning *"
  )

  return row as InvitationRow
}

async function assertRoom(context: Context, { vendor_id, email, now }: InviteInput): Promise<void> {
  const [count] = await queryRows<Record<"same" | "open" | "today" | "of_pending", number>>(
    context,
    `select (count(*) filter (where email = ? and ${OPEN}))::int as same,
       (count(*) filter (where ${OPEN} and expires_at > ?))::int as open,
       (count(*) filter (where created_at > ?::timestamptz - interval '1 day'))::int as today,
       (count(*) filter (where (select status from vendor where id = ?) = 'pending'))::int as of_pending
     from vendor_invitation where vendor_id = ?`,
    [email, now, now, vendor_id, vendor_id]
  )
  if (count?.same) {
    throw notAllowed(ErrorCode.INVITATION_EXISTS, "This address is invited already: send that one again.")
  }
  if (!count || count.of_pending >= INVITATIONS_OF_PENDING_SHOP) {
    throw notAllowed(
      ErrorCode.INVITATION_LIMIT_REACHED,
      `A shop that waits for approval has ${INVITATIONS_OF_PENDING_SHOP} invitations in all.`
    )
  }
  if (count.open >= INVITATION_LIMITS.open || count.today >= INVITATION_LIMITS.made_in_a_day) {
    throw notAllowed(ErrorCode.INVITATION_LIMIT_REACHED, "Too many invitations: revoke some, or wait a day.")
  }
}

/** Gives an invitation a new token, with which the former one ends; answers how the row was. */
export async function renewInvitation(context: Context, input: ResendInput): Promise<InvitationRow> {
  const { vendor_id, invitation_id, token_hash, actor_user_id, now } = input
  const team = await lockTeam(context, vendor_id)
  const [before] = await queryRows<InvitationRow>(
    context,
    `select * from vendor_invitation where id = ? and vendor_id = ?`,
    [invitation_id, vendor_id]
  )
  if (!before) {
    throw invitationMissing()
  }
  assertMayGrant(team, { giver_user_id: actor_user_id, permissions: permissionsOfVendorRole(before.role) })
  assertResend(decideResend(before, now))
  await queryRows(
    context,
    `update vendor_invitation set token_hash = ?, expires_at = ?, sent_at = ?, sent_count = sent_count + 1,
       invited_by = ?, updated_at = now() where id = ?`,
    [token_hash, invitationExpiry(now), now, actor_user_id, invitation_id]
  )

  return before
}

function assertResend(verdict: ResendVerdict): void {
  switch (verdict) {
    case "allowed":
      return
    case "closed":
      throw notAllowed(ErrorCode.INVITATION_CLOSED, "This invitation was accepted or revoked.")
    case "too_soon":
      throw notAllowed(ErrorCode.INVITATION_SENT_RECENTLY, "This invitation was sent a moment ago.")
    case "too_often":
      throw notAllowed(ErrorCode.INVITATION_LIMIT_REACHED, "This invitation was sent too often.")
    default:
      verdict satisfies never
  }
}

/** Puts back what a resend has replaced, for a message that nobody took. */
export async function restoreInvitation(context: Context, before: InvitationRow): Promise<void> {
  const { token_hash, expires_at, sent_at, sent_count, invited_by, id } = before
  await queryRows(
    context,
    `update vendor_invitation set token_hash = ?, expires_at = ?, sent_at = ?, sent_count = ?, invited_by = ?
     where id = ?`,
    [token_hash, expires_at, sent_at, sent_count, invited_by, id]
  )
}

export async function revokeInvitation(context: Context, vendorId: string, id: string): Promise<void> {
  const revoked = await queryRows(
    context,
    `update vendor_invitation set revoked_at = now(), updated_at = now()
     where id = ? and vendor_id = ? and ${OPEN} returning id`,
    [id, boundVendor(vendorId)]
  )
  if (!revoked.length) {
    throw invitationMissing()
  }
}

/** An invitation by its token, if it is open. */
export async function findOpenInvitation(
  context: Context,
  tokenHash: string,
  now: Date
): Promise<InvitationRow> {
  const [row] = await queryRows<InvitationRow>(
    context,
    `select i.* from vendor_invitation i join vendor v on v.id = i.vendor_id
     where i.token_hash = ? and v.status <> 'closed' and v.deleted_at is null`,
    [tokenHash]
  )
  if (!row || invitationState(row, now) !== "open") {
    throw invitationMissing()
  }

  return row
}

/**
 * Makes the invited person a member, once. Whoever invited must hold the right at this moment too; one who has
 * lost it, like a wrong address, is answered as if there were no invitation.
 */
export async function acceptInvitation(context: Context, input: AcceptInput): Promise<MemberRow> {
  const { token_hash, proven_emails, user_id, now } = input
  const { vendor_id } = await findOpenInvitation(context, token_hash, now)
  const team = await lockTeam(context, vendor_id)
  const invitation = await findOpenInvitation(context, token_hash, now)
  const permissions = permissionsOfVendorRole(invitation.role)
  const refusal = decideGrant(team, { giver_user_id: invitation.invited_by, permissions }, SHOP_TEAM)
  if (refusal || !proven_emails.includes(invitation.email)) {
    throw invitationMissing()
  }
  const taken = await queryRows(
    context,
    `update vendor_invitation set accepted_at = ?, accepted_by = ?, updated_at = now()
     where id = ? and ${OPEN} returning id`,
    [now, user_id, invitation.id]
  )
  if (!taken.length) {
    throw invitationMissing()
  }

  return insertMember(context, { vendor_id, user_id, role: invitation.role })
}

export async function undoAcceptance(
  context: Context,
  { member, token_hash }: { member: MemberRow; token_hash: string }
): Promise<void> {
  await queryRows(context, `delete from vendor_member where id = ?`, [member.id])
  await queryRows(
    context,
    `update vendor_invitation set accepted_at = null, accepted_by = null where token_hash = ?`,
    [token_hash]
  )
}
