import fc from "fast-check"
import { permissionsOfVendorRole, VENDOR_ROLES } from "../permissions"
import { decideGrant, decideMemberChange, type TeamMember, type TeamRules } from "../team-rules"

const RULES: TeamRules = { permissionsOf: permissionsOfVendorRole, manage: "members:write" }
/** Rules under which a manager rules over the team too, as nobody but owners does today. */
const LOOSE: TeamRules = { permissionsOf: permissionsOfVendorRole, manage: "members:read" }

const teams = fc
  .array(fc.constantFrom(...VENDOR_ROLES), { minLength: 1, maxLength: 6 })
  .map((roles) => roles.map((role, index): TeamMember => ({ id: `m${index}`, user_id: `u${index}`, role })))

const changes = teams.chain((team) =>
  fc.record({
    team: fc.constant(team),
    member: fc.constantFrom(...team),
    actor: fc.constantFrom(...team, { id: "x", user_id: "ux", role: "none" }),
    to: fc.constantFrom(...VENDOR_ROLES, null),
    rules: fc.constantFrom(RULES, LOOSE),
  })
)

type Change = typeof changes extends fc.Arbitrary<infer T> ? T : never

const isDone = ({ team, member, actor, to, rules }: Change) =>
  decideMemberChange(team, { member, to, actor_user_id: actor.user_id }, rules) === null

const hasOwner = (team: TeamMember[]) => team.some(({ role }) => role === "owner")

describe("a change of a team", () => {
  it("never takes the last owner", () => {
    fc.assert(
      fc.property(changes, (change) => {
        const { team, member, to } = change
        const later = team.map((one) => (one.id === member.id ? { ...one, role: to ?? "gone" } : one))

        expect(isDone(change) && hasOwner(team) && !hasOwner(later)).toBe(false)
      }),
      { numRuns: 2000 }
    )
  })

  it("is made by one who rules over the team and holds all that is given and taken, or who leaves", () => {
    fc.assert(
      fc.property(changes, (change) => {
        const { member, actor, to, rules } = change
        const isLeaving = to === null && actor.user_id === member.user_id
        const held = rules.permissionsOf(actor.role)
        const touched = [...rules.permissionsOf(to ?? ""), ...rules.permissionsOf(member.role)]
        const mayDo = held.has(rules.manage) && touched.every((permission) => held.has(permission))

        expect(isDone(change) && !isLeaving && !mayDo).toBe(false)
      }),
      { numRuns: 2000 }
    )
  })

  it("lets everybody leave but the last owner, and owners do what they like with the rest", () => {
    const team: TeamMember[] = [
      { id: "m1", user_id: "u1", role: "owner" },
      { id: "m2", user_id: "u2", role: "support" },
    ]
    const [owner, support] = team as [TeamMember, TeamMember]

    expect(decideMemberChange(team, { member: support, to: null, actor_user_id: "u2" }, RULES)).toBeNull()
    expect(decideMemberChange(team, { member: support, to: "owner", actor_user_id: "u1" }, RULES)).toBeNull()
    expect(decideMemberChange(team, { member: owner, to: null, actor_user_id: "u1" }, RULES)).toBe(
      "last_owner"
    )
    expect(decideMemberChange(team, { member: support, to: "owner", actor_user_id: "u2" }, RULES)).toBe(
      "permission_missing"
    )
  })
})

describe("a grant", () => {
  it("is refused to one who rules over the team but holds less than they give", () => {
    const team: TeamMember[] = [{ id: "m1", user_id: "u1", role: "manager" }]
    const giving = (role: string) => ({ giver_user_id: "u1", permissions: permissionsOfVendorRole(role) })

    expect(decideGrant(team, giving("owner"), LOOSE)).toBe("grant_refused")
    expect(decideGrant(team, giving("support"), LOOSE)).toBeNull()
    expect(decideGrant(team, giving("support"), RULES)).toBe("permission_missing")
    expect(decideGrant([], giving("support"), LOOSE)).toBe("permission_missing")
  })
})
