import { join } from "node:path"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { VENDOR_MODULE } from ".."
import type VendorModuleService from "../service"
import type { MemberRow } from "../team-types"
import { describeWithoutVendor } from "./without-vendor"

const coded = (code: string) => expect.objectContaining({ code })
const hash = (digit: number) => String(digit).repeat(64)

moduleIntegrationTestRunner<VendorModuleService>({
  moduleName: VENDOR_MODULE,
  resolve: "./src/modules/vendor",
  pathToMigrations: join(__dirname, "..", "migrations"),
  testSuite: ({ service }) => {
    describeWithoutVendor(service)

    let vendor_id: string

    const add = (user_id: string, role: MemberRow["role"]) =>
      service.createVendorMembers({ vendor_id, user_id, role })
    const members = async () =>
      (await service.listVendorMembers({ vendor_id })).map((row) => `${row.user_id} ${row.role}`).toSorted()
    const invite = (email: string, digit: number, actor_user_id = "user_1") =>
      service.invite({
        vendor_id,
        email,
        role: "owner",
        token_hash: hash(digit),
        actor_user_id,
        now: new Date(),
      })
    const accept = (digit: number, user_id: string, email = "ada@example.com") =>
      service.acceptInvitation({
        token_hash: hash(digit),
        proven_emails: [email],
        user_id,
        now: new Date(),
      })

    beforeEach(async () => {
      const shop = await service.openShop({
        name: "Kente Yard",
        contact_email: "ada@example.com",
        owner_user_id: "user_1",
      })
      vendor_id = shop.id
    })

    describe("owners who act against each other at once", () => {
      it.each([1, 2, 3])("leave one, who is the last (round %i)", async () => {
        const rows = [
          ...(await service.listVendorMembers({ vendor_id })),
          ...(await Promise.all([2, 3, 4].map((number) => add(`user_${number}`, "owner")))),
        ]

        const outcomes = await Promise.allSettled(
          rows.flatMap((actor) =>
            rows.map((target) => {
              const change = { vendor_id, member_id: target.id, actor_user_id: actor.user_id }

              return actor.id < target.id
                ? service.removeMember(change)
                : service.changeMemberRole({ ...change, to: "support" })
            })
          )
        )

        const owners = (await members()).filter((line) => line.endsWith("owner"))
        expect(owners).toHaveLength(1)
        const refused = outcomes.flatMap((outcome) =>
          outcome.status === "rejected" ? [outcome.reason.code] : []
        )
        expect(refused.length).toBeGreaterThan(0)
        expect(["last_owner", "member_not_found", "permission_missing"]).toEqual(
          expect.arrayContaining([...new Set(refused)])
        )
      })
    })

    describe("an invitation", () => {
      it("makes one member, whoever of several accepts first", async () => {
        await invite("ada@example.com", 1)

        const outcomes = await Promise.allSettled([2, 3, 4].map((number) => accept(1, `user_${number}`)))

        expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
        expect(await members()).toHaveLength(2)
      })

      it("is accepted or revoked, never both", async () => {
        for (const digit of [1, 2, 3, 4, 5]) {
          const { id } = await invite("ada@example.com", digit)
          const [accepted, revoked] = await Promise.allSettled([
            accept(digit, `user_x${digit}`),
            service.revokeInvitation({ vendor_id, id }),
          ])

          expect([accepted, revoked].filter(({ status }) => status === "fulfilled")).toHaveLength(1)
        }
      })

      it("is not accepted for one who is a member, and stays open", async () => {
        const { id } = await invite("ada@example.com", 1)

        await expect(accept(1, "user_1")).rejects.toEqual(coded("member_exists"))

        expect(await service.listVendorInvitations({ id })).toMatchObject([{ accepted_at: null }])
        expect(await members()).toEqual(["user_1 owner"])
      })

      it("is one of five in all for a shop that waits for approval, revoked ones too", async () => {
        for (const digit of [1, 2, 3, 4, 5]) {
          const { id } = await invite(`somebody${digit}@example.com`, digit)
          await service.revokeInvitation({ vendor_id, id })
        }

        await expect(invite("ada@example.com", 6)).rejects.toEqual(coded("invitation_limit_reached"))

        const house = { stock_location_id: "sloc_1", shipping_profile_id: "sp_1" }
        await service.updateVendors({ id: vendor_id, status: "approved", ...house })
        expect(await invite("ada@example.com", 6)).toMatchObject({ email: "ada@example.com" })
      })

      it("is given back with the membership when a later step fails", async () => {
        await invite("ada@example.com", 1)
        const member = await accept(1, "user_2")

        await service.undoAcceptance({ member, token_hash: hash(1) })

        expect(await members()).toEqual(["user_1 owner"])
        expect(await accept(1, "user_2")).toMatchObject({ user_id: "user_2", role: "owner" })
      })
    })

    describe("a member who is taken out", () => {
      it("takes keys and invitations along, and gets all back when a later step fails", async () => {
        const member = await add("user_2", "owner")
        const key = await service.createApiKey({
          vendor_id,
          name: "ERP",
          prefix: "mkv_abcdef",
          token_hash: hash(8),
          permissions: ["orders:read"],
          created_by: "user_2",
          expires_at: new Date(Date.now() + 60_000),
        })
        await invite("ada@example.com", 1, "user_2")

        const removed = await service.removeMember({
          vendor_id,
          member_id: member.id,
          actor_user_id: "user_1",
        })
        expect(await service.listVendorApiKeys({ id: key.id })).toMatchObject([
          { revoked_at: expect.any(Date) },
        ])
        await expect(accept(1, "user_3")).rejects.toEqual(coded("invitation_not_found"))
        expect(await members()).toEqual(["user_1 owner"])

        await service.restoreMember(removed)
        expect(await members()).toEqual(["user_1 owner", "user_2 owner"])
        expect(await service.listVendorApiKeys({ id: key.id })).toMatchObject([{ revoked_at: null }])
        expect(await accept(1, "user_3")).toMatchObject({ role: "owner" })
      })

      it("comes back into no other role than the one a failed change found, unless the shop would lose its owner", async () => {
        const member = await add("user_2", "support")
        const before = await service.changeMemberRole({
          vendor_id,
          member_id: member.id,
          actor_user_id: "user_1",
          to: "owner",
        })
        const [first] = await service.listVendorMembers({ vendor_id, user_id: "user_1" })
        await service.removeMember({ vendor_id, member_id: first!.id, actor_user_id: "user_1" })

        await service.restoreMemberRole(before)

        expect(await members()).toEqual(["user_2 owner"])
      })
    })
  },
})
