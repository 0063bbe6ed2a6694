import { createMember, createUser, signIn } from "../../helpers/people"
import {
  accept,
  auditText,
  confirmEmail,
  invite,
  memberBy,
  membersOf,
  refreshed,
  shopOf,
  signUp,
  type TeamSuite,
  tally,
  tokenOfInvitation,
  vendorsOf,
} from "./suite"

const INVITED = "invited@example.com"

export function describeInvitations(suite: TeamSuite): void {
  /** A signed-in user who is known to read the address. */
  const reader = async (email: string) => {
    await createUser(suite.container, email)
    const client = await signIn(suite.base_url, "user", email)
    await confirmEmail(client, email)

    return client
  }
  const missing = { status: 404, body: { code: "invitation_not_found" } }

  describe("invitations", () => {
    it("are worth nothing to whoever steals the link, and stay good for the right person, once", async () => {
      const { token } = await invite(suite.owner, INVITED, "manager")
      const thief = await reader("thief@example.com")
      const squatter = await signUp(suite, INVITED)

      expect(await accept(thief, token)).toMatchObject(missing)
      expect(await accept(suite.stranger, token)).toMatchObject(missing)
      // The right address, which nobody has shown to read: anybody can type it in.
      expect(await accept(squatter, token)).toMatchObject({
        status: 403,
        body: { code: "email_not_verified" },
      })

      await confirmEmail(squatter, INVITED)
      const answers = await Promise.all([1, 2, 3, 4].map(() => accept(squatter, token)))
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
      expect(answers.every(({ status }) => status < 500)).toBe(true)
      const signedIn = await refreshed(suite, squatter)
      expect((await signedIn("GET", "/vendor/me")).body).toMatchObject({
        user: { email: INVITED },
        memberships: [{ vendor_id: shopOf(suite, 0), role: "manager" }],
      })
      expect(await accept(signedIn, token)).toMatchObject(missing)

      const { id } = await memberBy(suite.owner, INVITED)
      await suite.owner("DELETE", `/vendor/members/${id}`)
      const back = await signIn(suite.base_url, "user", INVITED)
      expect(await accept(back, token)).toMatchObject(missing)
    })

    it("make one member of a user who accepts in parallel, under whatever spelling was invited", async () => {
      await suite.owner("POST", "/vendor/invitations", { email: "Amina@Example.COM", role: "support" })
      const token = await tokenOfInvitation("amina@example.com")
      const client = await reader("amina@example.com")

      const answers = await Promise.all([1, 2, 3, 4, 5].map(() => accept(client, token)))

      expect(tally(answers)).toEqual(["201", ...Array(4).fill("invitation_not_found")])
      expect(
        (await membersOf(suite.owner)).filter(({ user }) => user.email === "amina@example.com")
      ).toHaveLength(1)
    })

    it("end by expiry, by revocation, by a further sending, and with the right of whoever sent them", async () => {
      const client = await reader(INVITED)
      const { id, token } = await invite(suite.owner, INVITED)
      const stored = (over: object) => vendorsOf(suite).updateVendorInvitations({ id, ...over })
      const soon = new Date(Date.now() + 60_000)

      await stored({ expires_at: new Date(Date.now() - 1000) })
      expect(await accept(client, token)).toMatchObject(missing)
      await stored({ expires_at: soon })
      expect(await suite.owner("POST", `/vendor/invitations/${id}/resend`)).toMatchObject({
        status: 429,
        body: { code: "invitation_sent_recently" },
      })
      await stored({ sent_at: new Date(Date.now() - 61_000) })
      expect((await suite.owner("POST", `/vendor/invitations/${id}/resend`)).status).toBe(200)
      const further = await tokenOfInvitation(INVITED, 2)
      expect(further).not.toBe(token)
      expect(await accept(client, token)).toMatchObject(missing)

      const [inviter] = await vendorsOf(suite).listVendorMembers(
        { role: "owner", vendor_id: shopOf(suite, 0) },
        { order: { created_at: "ASC" } }
      )
      await vendorsOf(suite).updateVendorMembers({ id: inviter!.id, role: "manager" })
      expect(await accept(client, further)).toMatchObject(missing)
      await vendorsOf(suite).updateVendorMembers({ id: inviter!.id, role: "owner" })

      expect((await suite.owner("DELETE", `/vendor/invitations/${id}`)).body).toEqual({
        id,
        object: "vendor_invitation",
        deleted: true,
      })
      expect(await accept(client, further)).toMatchObject(missing)
      expect(await suite.owner("DELETE", `/vendor/invitations/${id}`)).toMatchObject(missing)
      expect(await suite.owner("POST", `/vendor/invitations/${id}/resend`)).toMatchObject({
        body: { code: "invitation_closed" },
      })
      expect((await suite.owner("GET", "/vendor/invitations?state=revoked")).body).toMatchObject({ count: 1 })
    })

    it("keep their token out of every answer, the database and the audit log", async () => {
      const { id, token } = await invite(suite.owner, INVITED)

      const told = JSON.stringify([
        (await suite.owner("GET", "/vendor/invitations")).body,
        (await suite.owner("GET", `/vendor/invitations/${id}`)).body,
        await vendorsOf(suite).listVendorInvitations({}),
        await auditText(suite),
      ])

      expect(told).toContain(INVITED)
      expect(told).not.toContain(token)
      expect(JSON.stringify((await suite.owner("GET", `/vendor/invitations/${id}`)).body)).not.toContain(
        "hash"
      )
    })

    it("of another shop are not found", async () => {
      const { id } = await invite(suite.stranger, INVITED)

      for (const answer of [
        await suite.owner("GET", `/vendor/invitations/${id}`),
        await suite.owner("DELETE", `/vendor/invitations/${id}`),
        await suite.owner("POST", `/vendor/invitations/${id}/resend`),
      ]) {
        expect(answer).toMatchObject(missing)
      }
      expect((await suite.owner("GET", "/vendor/invitations")).body).toMatchObject({ count: 0 })
    })

    it("go out once to an address, to nobody who belongs to the shop, and at most fifty at a time", async () => {
      await createMember(suite.container, shopOf(suite, 0), "support", "chi@example.com")
      expect(
        await suite.owner("POST", "/vendor/invitations", { email: "CHI@example.com", role: "owner" })
      ).toMatchObject({ status: 409, body: { code: "member_exists" } })

      const twice = await Promise.all(
        [1, 2, 3].map(() => suite.owner("POST", "/vendor/invitations", { email: INVITED, role: "support" }))
      )
      expect(tally(twice)).toEqual(["201", "invitation_exists", "invitation_exists"])

      const [pattern] = await vendorsOf(suite).listVendorInvitations({ email: INVITED })
      await vendorsOf(suite).createVendorInvitations(
        Array.from({ length: 48 }, (_, index) => ({
          vendor_id: shopOf(suite, 0),
          email: `nr${index}@example.com`,
          role: "support" as const,
          token_hash: String(index).padStart(64, "0"),
          expires_at: pattern!.expires_at,
          sent_at: pattern!.sent_at,
          invited_by: pattern!.invited_by,
        }))
      )
      const last = await Promise.all(
        ["a", "b", "c"].map((name) =>
          suite.owner("POST", "/vendor/invitations", { email: `${name}@example.com`, role: "support" })
        )
      )
      expect(tally(last)).toEqual(["201", "invitation_limit_reached", "invitation_limit_reached"])
    })

    it("refuse a body that says more than whom and as what, and a token that is none", async () => {
      for (const body of [
        { email: INVITED, role: "owner", vendor_id: shopOf(suite, 1) },
        { email: INVITED, role: "staff" },
        { email: "nobody", role: "support" },
        { email: INVITED },
        { email: INVITED, role: "support", token: "x" },
      ]) {
        expect((await suite.owner("POST", "/vendor/invitations", body)).status).toBe(400)
      }
      expect(await accept(suite.owner, "x".repeat(43))).toMatchObject(missing)
      expect((await suite.owner("POST", "/vendor/invitations/accept", { token: { $ne: null } })).status).toBe(
        400
      )
    })
  })
}
