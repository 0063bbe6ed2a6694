import { isWithin, type Permission } from "./permissions"

/** Somebody of a shop's people or of the staff. */
export type TeamMember = { id: string; user_id: string; role: string }

/** What differs between teams: what their roles allow, and which permission rules over the team. */
export type TeamRules = {
  permissionsOf: (role: string) => ReadonlySet<Permission>
  manage: Permission
}

export type TeamRefusal = "permission_missing" | "grant_refused" | "last_owner"

/** Null when it may be done. */
export type TeamVerdict = TeamRefusal | null

const OWNER = "owner"

/**
 * Whether somebody may give away what a role allows: they rule over the team at this moment, and nobody grants
 * more than they hold.
 */
export function decideGrant(
  team: readonly TeamMember[],
  { giver_user_id, permissions }: { giver_user_id: string; permissions: Iterable<Permission> },
  rules: TeamRules
): TeamVerdict {
  const giver = team.find(({ user_id }) => user_id === giver_user_id)
  const held = rules.permissionsOf(giver?.role ?? "")
  if (!held.has(rules.manage)) {
    return "permission_missing"
  }

  return isWithin(permissions, held) ? null : "grant_refused"
}

/**
 * Whether somebody may give a member another role, or take them out (`to` is null). Neither the new role nor the one
 * that is taken away exceeds their own; one who leaves needs no permission; the last owner stays owner.
 */
export function decideMemberChange(
  team: readonly TeamMember[],
  change: { member: TeamMember; to: string | null; actor_user_id: string },
  rules: TeamRules
): TeamVerdict {
  const { member, to, actor_user_id } = change
  const isLeaving = to === null && member.user_id === actor_user_id
  const touched = [...rules.permissionsOf(member.role), ...rules.permissionsOf(to ?? "")]
  const refusal = isLeaving
    ? null
    : decideGrant(team, { giver_user_id: actor_user_id, permissions: touched }, rules)
  if (refusal) {
    return refusal
  }
  const isLastOwner =
    member.role === OWNER && !team.some(({ id, role }) => role === OWNER && id !== member.id)

  return isLastOwner && to !== OWNER ? "last_owner" : null
}
