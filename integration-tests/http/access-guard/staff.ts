import { lastMessage } from "../../helpers/outbox"
import { type Client, clientWith, createStaff, PASSWORD, signIn } from "../../helpers/people"
import { enrolAuthenticator, signInWithFactor } from "../../helpers/second-factor"
import type { GuardSuite } from "./suite"

export function describeStaff(suite: GuardSuite): void {
  const { as, sql, ownerWithFactor, auditOf } = suite

  describe("the staff", () => {
    it("is joined by invitation, by whoever reads the invited mailbox, once", async () => {
      const owner = await ownerWithFactor()
      const invited = "new@staff.example.com"
      const made = await owner("POST", "/admin/staff/invitations", {
        email: "New@Staff.example.com",
        role: "finance",
      })
      expect(made).toMatchObject({ status: 201, body: { invitation: { email: invited, role: "finance" } } })
      const token = /token=([\w-]+)/.exec((await lastMessage(invited)).text)![1]!
      expect(JSON.stringify(made.body)).not.toContain(token)
      expect(JSON.stringify((await owner("GET", "/admin/staff/invitations")).body)).not.toContain(token)
      const inState = async (state: string) =>
        (
          await owner<{ invitations: { email: string }[] }>(
            "GET",
            `/admin/staff/invitations?role=finance&state=${state}`
          )
        ).body.invitations?.map(({ email }) => email)
      expect([await inState("open"), await inState("accepted")]).toEqual([[invited], []])

      const thief = await registered("thief@example.com")
      const proved = await prove(thief, "thief@example.com")
      expect(await proved("POST", "/auth/staff-invitations/accept", { token })).toMatchObject({
        status: 404,
        body: { code: "invitation_not_found" },
      })
      const unproved = await registered(invited)
      expect(await unproved("POST", "/auth/staff-invitations/accept", { token })).toMatchObject({
        status: 403,
        body: { code: "email_not_verified" },
      })
      const right = await prove(unproved, invited)
      const answers = await Promise.all(
        [1, 2, 3].map(() => right("POST", "/auth/staff-invitations/accept", { token }))
      )
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404, 404])

      expect([await inState("open"), await inState("accepted")]).toEqual([[], [invited]])
      const finance = await signIn(suite.place().base_url, "user", invited)
      expect((await finance("GET", "/admin/payments")).status).toBe(200)
      expect((await finance("POST", "/admin/products", {})).status).toBe(403)
      expect(await auditOf("staff.joined")).toMatchObject([{ after: { role: "finance" } }])
    })

    /** A fresh login that has no account yet. */
    const registered = async (email: string): Promise<Client> => {
      const { body } = await clientWith(suite.place().base_url)<{ token: string }>(
        "POST",
        "/auth/user/emailpass/register",
        {
          email,
          password: PASSWORD,
        }
      )

      return clientWith(suite.place().base_url, { authorization: `Bearer ${body.token}` })
    }
    /** Confirms the address of a login by the link that is sent to it. */
    const prove = async (client: Client, email: string): Promise<Client> => {
      const asked = await client("POST", "/auth/verification/request", {
        entity_id: email,
        entity_type: "email",
        code_provider: "token",
      })
      expect(asked.status).toBe(201)
      const code = /(?:code|token)=([\w-]+)/.exec(
        (await lastMessage(email, email.startsWith("new") ? 1 : 0)).text
      )![1]
      const confirmed = await client("POST", "/auth/verification/confirm", { code, code_provider: "token" })
      expect(confirmed.status).toBe(200)

      return client
    }

    it("changes by those who hold what they give, with a fresh second factor, and ends what was open", async () => {
      const owner = await ownerWithFactor()
      const support = await as("support")
      const path = `/admin/staff/${suite.place().people.support.id}`

      expect(await (await as("operations"))("POST", path, { role: "owner" })).toMatchObject({
        status: 403,
        body: { code: "permission_missing" },
      })
      expect((await support("GET", "/admin/products")).status).toBe(200)
      expect(await owner("POST", path, { role: "read-only" })).toMatchObject({
        status: 200,
        body: { staff_member: { role: "read-only" } },
      })
      expect(await support("GET", "/admin/products")).toMatchObject({
        status: 401,
        body: { code: "session_ended" },
      })
      expect((await (await as("support"))("GET", "/admin/audit")).status).toBe(200)
      expect(await auditOf("staff.role-changed")).toMatchObject([
        {
          actor_id: suite.place().people.owner.id,
          before: { role: "support" },
          after: { role: "read-only" },
        },
      ])
    })

    it("never loses its last owner, even when two demote each other at once", async () => {
      const second = await createStaff(suite.place().container, "owner", "second@staff.example.com")
      const first = await ownerWithFactor()
      const other = await signInWithFactor(
        suite.place().base_url,
        { actor: "user", email: second.email },
        await enrolAuthenticator(await signIn(suite.place().base_url, "user", second.email))
      )

      const answers = await Promise.all([
        first("POST", `/admin/staff/${second.id}`, { role: "support" }),
        other("POST", `/admin/staff/${suite.place().people.owner.id}`, { role: "support" }),
      ])

      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 403])
      expect(await sql("select user_id from staff_member where role = 'owner'")).toHaveLength(1)
      const [left] = await sql<{ user_id: string }>("select user_id from staff_member where role = 'owner'")
      const last = left!.user_id === second.id ? other : first
      expect(await last("DELETE", `/admin/staff/${left!.user_id}`)).toMatchObject({
        status: 409,
        body: { code: "last_owner" },
      })
    })

    it("asks for the second factor again before roles, settings and keys change", async () => {
      const owner = await as("owner")
      const changes: [string, string, unknown][] = [
        ["POST", `/admin/staff/${suite.place().people.support.id}`, { role: "finance" }],
        ["DELETE", `/admin/staff/${suite.place().people.support.id}`, undefined],
        ["POST", "/admin/staff/invitations", { email: "a@example.com", role: "support" }],
        ["POST", "/admin/settings", { open_order_hours: 1 }],
        ["POST", "/admin/api-keys", { title: "Bot", type: "secret" }],
      ]

      for (const [method, path, body] of changes) {
        expect(await owner(method, path, body)).toMatchObject({
          status: 403,
          body: { code: "step_up_required" },
        })
      }
    })
  })

  describe("settings", () => {
    it("hold from the next request on, and refuse what they do not know", async () => {
      const owner = await ownerWithFactor()

      expect(await owner("POST", "/admin/settings", { open_order_hours: 3 })).toMatchObject({
        status: 200,
        body: { settings: { open_order_hours: 3 } },
      })
      expect((await owner("GET", "/admin/settings")).body).toMatchObject({
        settings: { open_order_hours: 3, staff_mfa_required: false },
      })
      for (const body of [{ open_order_hours: -1 }, { open_order_hours: "3" }, { unknown: 1 }]) {
        expect((await owner("POST", "/admin/settings", body)).status).toBe(400)
      }
      expect(await auditOf("settings.changed")).toMatchObject([
        { before: { open_order_hours: 24 }, after: { open_order_hours: 3 } },
      ])
    })
  })
}
