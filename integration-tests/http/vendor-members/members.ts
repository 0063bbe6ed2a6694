import { changeVendorStatusWorkflow } from "../../../src/workflows/vendor/workflows/change-vendor-status"
import { createMember, signIn } from "../../helpers/people"
import { memberBy, membersOf, shopOf, signInSteppedUp, type TeamSuite, tally, vendorsOf } from "./suite"

const OWNER = "owner@shop.example.com"
const SECOND = "second@shop.example.com"

export function describeMembers(suite: TeamSuite): void {
  const join = async (role: Parameters<typeof createMember>[2], email: string) => {
    await createMember(suite.container, shopOf(suite, 0), role, email)

    return (await memberBy(suite.owner, email)).id
  }
  const ownersLeft = () => vendorsOf(suite).listVendorMembers({ vendor_id: shopOf(suite, 0), role: "owner" })

  describe("members", () => {
    it("keep one owner, also when two owners demote or remove each other at once", async () => {
      const [one, two] = [await memberBy(suite.owner, OWNER), await memberBy(suite.owner, SECOND)]

      const answers = await Promise.all([
        suite.owner("POST", `/vendor/members/${two.id}`, { role: "support" }),
        suite.second_owner("POST", `/vendor/members/${one.id}`, { role: "support" }),
        suite.owner("DELETE", `/vendor/members/${two.id}`),
        suite.second_owner("DELETE", `/vendor/members/${one.id}`),
        suite.owner("POST", "/vendor/me/leave"),
        suite.second_owner("POST", "/vendor/me/leave"),
      ])

      expect(answers.every(({ status }) => status < 500)).toBe(true)
      expect(await ownersLeft()).toHaveLength(1)
    })

    it("cannot lose their last owner by leaving, removing or demoting", async () => {
      await suite.second_owner("POST", "/vendor/me/leave")
      const { id } = await memberBy(suite.owner, OWNER)

      const answers = [
        await suite.owner("POST", "/vendor/me/leave"),
        await suite.owner("DELETE", `/vendor/members/${id}`),
        await suite.owner("POST", `/vendor/members/${id}`, { role: "manager" }),
      ]

      expect(answers.map(({ status }) => status)).toEqual([409, 409, 409])
      expect(tally(answers)).toEqual(["last_owner", "last_owner", "last_owner"])
      expect(await ownersLeft()).toHaveLength(1)
    })

    it("get a new role at once: what was signed in before ends, the next sign-in has the new rights", async () => {
      const id = await join("manager", "bola@example.com")
      const earlier = await signIn(suite.base_url, "user", "bola@example.com")
      expect((await earlier("GET", "/vendor/members")).status).toBe(200)

      const { body } = await suite.owner("POST", `/vendor/members/${id}`, { role: "fulfilment" })

      expect(body).toMatchObject({ member: { id, role: "fulfilment" } })
      expect(await earlier("GET", "/vendor/members")).toMatchObject({ body: { code: "session_ended" } })
      const later = await signIn(suite.base_url, "user", "bola@example.com")
      expect(await later("GET", "/vendor/members")).toMatchObject({ body: { code: "permission_missing" } })

      await suite.owner("DELETE", `/vendor/members/${id}`)
      expect(await later("GET", "/vendor/me")).toMatchObject({ status: 401, body: { code: "session_ended" } })
      const gone = await signIn(suite.base_url, "user", "bola@example.com")
      expect(await gone("GET", "/vendor/members")).toMatchObject({ body: { code: "vendor_members_only" } })
    })

    it("are changed only by whoever rules over the team and has just shown a second factor", async () => {
      const id = await join("support", "chi@example.com")
      await join("manager", "manager@example.com")
      const manager = await signInSteppedUp(suite.base_url, "manager@example.com")
      const unproved = await createMember(
        suite.container,
        shopOf(suite, 0),
        "owner",
        "unproved@example.com"
      ).then(({ email }) => signIn(suite.base_url, "user", email))

      for (const [client, code] of [
        [manager, "permission_missing"],
        [unproved, "step_up_required"],
      ] as const) {
        expect(await client("POST", `/vendor/members/${id}`, { role: "owner" })).toMatchObject({
          status: 403,
          body: { code },
        })
        expect(await client("DELETE", `/vendor/members/${id}`)).toMatchObject({ status: 403, body: { code } })
        expect(
          await client("POST", "/vendor/invitations", { email: "x@example.com", role: "owner" })
        ).toMatchObject({ status: 403, body: { code } })
      }
      expect((await memberBy(suite.owner, "chi@example.com")).role).toBe("support")
    })

    it("rise by no field of a body", async () => {
      const id = await join("support", "chi@example.com")
      for (const body of [
        { role: "owner", vendor_id: shopOf(suite, 1) },
        { role: "support", user_id: "user_x" },
        { role: "platform" },
        { role: ["owner"] },
        {},
      ]) {
        expect((await suite.owner("POST", `/vendor/members/${id}`, body)).status).toBe(400)
      }
      expect((await memberBy(suite.owner, "chi@example.com")).role).toBe("support")
    })

    it("of another shop are not found, whatever is asked of them", async () => {
      const [theirs] = await vendorsOf(suite).listVendorMembers({ vendor_id: shopOf(suite, 1) })
      const path = `/vendor/members/${theirs!.id}`

      for (const answer of [
        await suite.owner("GET", path),
        await suite.owner("POST", path, { role: "support" }),
        await suite.owner("DELETE", path),
        await suite.owner("GET", "/vendor/members/vmem_none"),
      ]) {
        expect(answer).toMatchObject({ status: 404, body: { code: "member_not_found" } })
      }
      expect(await suite.owner("GET", path, undefined, { "x-vendor-id": shopOf(suite, 1) })).toMatchObject({
        status: 404,
        body: { code: "vendor_not_found" },
      })
      expect(await vendorsOf(suite).listVendorMembers({ id: theirs!.id })).toMatchObject([{ role: "owner" }])
    })

    it("are listed page by page, of the own shop alone, and nothing is shown that was not meant to be", async () => {
      await join("support", "chi@example.com")
      const page = await suite.owner("GET", "/vendor/members?limit=1&offset=1&order=-created_at")

      expect(page.body).toMatchObject({ count: 3, offset: 1, limit: 1, members: [{ role: "owner" }] })
      expect((await suite.owner("GET", "/vendor/members?role=support")).body).toMatchObject({ count: 1 })
      expect(Object.keys((await membersOf(suite.owner))[0]!).toSorted()).toEqual([
        "created_at",
        "id",
        "role",
        "user",
      ])
      for (const query of [
        "vendor_id=x",
        "fields=*",
        "order=user_id",
        "limit=101",
        "offset=-1",
        "role[]=owner&role[]=x",
      ]) {
        expect((await suite.owner("GET", `/vendor/members?${query}`)).status).toBe(400)
      }
    })

    it("can leave, and be removed from a shop that is suspended, but not join it", async () => {
      const id = await join("support", "chi@example.com")
      await join("finance", "efe@example.com")
      await changeVendorStatusWorkflow(suite.container).run({
        input: { vendor_id: shopOf(suite, 0), to: "suspended", actor: "test", reason: "a test" },
      })
      const leaving = await signIn(suite.base_url, "user", "efe@example.com")

      expect((await leaving("POST", "/vendor/me/leave")).status).toBe(200)
      const owner = await signInSteppedUp(suite.base_url, await freshOwner(suite))
      expect((await owner("DELETE", `/vendor/members/${id}`)).status).toBe(200)
      expect(
        await owner("POST", "/vendor/invitations", { email: "x@example.com", role: "support" })
      ).toMatchObject({
        body: { code: "vendor_status_refused" },
      })
    })
  })
}

/** Suspension ends what the owners were signed in with, so a further one signs in. */
async function freshOwner(suite: TeamSuite): Promise<string> {
  const { email } = await createMember(suite.container, shopOf(suite, 0), "owner", "third@shop.example.com")

  return email
}
