import { join } from "node:path"
import type { Context } from "@medusajs/framework/types"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { VENDOR_MODULE } from ".."
import { VENDOR_STATUSES, type VendorStatus, vendorTransitions } from "../domain/vendor-status"
import type VendorModuleService from "../service"
import type { CreateVendorInput } from "../types"

let serial = 0
const shop = (over: Partial<CreateVendorInput> = {}): CreateVendorInput => {
  serial += 1

  return { name: `Shop ${serial}`, contact_email: "ada@example.com", ...over }
}

/** The shortest way to each status from a new shop. */
const ways: Record<VendorStatus, VendorStatus[]> = {
  pending: [],
  approved: ["approved"],
  suspended: ["approved", "suspended"],
  rejected: ["rejected"],
  closed: ["closed"],
}
const matrix = VENDOR_STATUSES.flatMap((from) => VENDOR_STATUSES.map((to) => [from, to] as const))
type Flushable = { flush: () => Promise<void> }

const coded = (code: string) => expect.objectContaining({ code })

moduleIntegrationTestRunner<VendorModuleService>({
  moduleName: VENDOR_MODULE,
  resolve: "./src/modules/vendor",
  // The migration, not the models, carries the checks and the cascades.
  pathToMigrations: join(__dirname, "..", "migrations"),
  testSuite: ({ service, MikroOrmWrapper }) => {
    /** A shop that has what approval provisions, moved to a status. */
    const shopThatIs = async (status: VendorStatus) => {
      const vendor = await service.openShop(shop())
      await service.updateVendors({
        id: vendor.id,
        shipping_profile_id: `sp_${vendor.id}`,
        stock_location_id: `sloc_${vendor.id}`,
      })
      for (const to of ways[status]) {
        await service.changeStatus({ vendor_id: vendor.id, to, actor: "user_staff", reason: `to ${to}` })
      }

      return vendor.id
    }
    const statusOf = async (id: string) => (await service.retrieveVendor(id)).status
    const historyOf = async (vendor_id: string) => {
      const rows = await service.listVendorStatusChanges({ vendor_id }, { order: { created_at: "ASC" } })

      return rows.map((row) => [row.from_status, row.to_status, row.actor, row.reason])
    }

    describe("openShop", () => {
      it("opens a shop as pending, with its owner, its handle and the first line of its history", async () => {
        const vendor = await service.openShop(shop({ name: "Àṣà & Sons", owner_user_id: "user_ada" }))

        expect(vendor).toMatchObject({ handle: "asa-sons", status: "pending", is_house: false })
        expect(await historyOf(vendor.id)).toEqual([[null, "pending", "registration", null]])
        expect(await service.listVendorMembers({ vendor_id: vendor.id })).toMatchObject([
          { user_id: "user_ada", role: "owner" },
        ])
      })

      it.each(["Abc", "a--b", "-a", "a-", "a b", "", "shop/../admin", "a".repeat(61), "መርካቶ"])(
        "refuses the handle %j",
        async (handle) => {
          await expect(service.openShop(shop({ handle }))).rejects.toEqual(coded("vendor_handle_invalid"))
          expect(await service.listVendors({})).toEqual([])
        }
      )

      it("asks for a handle when the name gives none", async () => {
        await expect(service.openShop(shop({ name: "መርካቶ" }))).rejects.toEqual(coded("vendor_handle_invalid"))
        expect(await service.openShop(shop({ name: "መርካቶ", handle: "merkato" }))).toMatchObject({
          name: "መርካቶ",
          handle: "merkato",
        })
      })

      it("gives a handle to one shop, also when several ask at once", async () => {
        await service.openShop(shop({ handle: "kente" }))
        await expect(service.openShop(shop({ handle: "kente" }))).rejects.toEqual(
          coded("vendor_handle_taken")
        )

        const outcomes = await Promise.allSettled(
          [1, 2, 3, 4].map(() => service.openShop(shop({ name: "Adire House" })))
        )

        const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []))
        expect(refused).toEqual([1, 2, 3].map(() => coded("vendor_handle_taken")))
        const open = await service.listVendors({ handle: "adire-house" })
        expect(open).toHaveLength(1)
        expect(await historyOf(open[0]!.id)).toHaveLength(1)
      })

      it("tells whoever comes second that the handle is taken, also while the first is still being opened", async () => {
        let second: Promise<unknown> = Promise.resolve()
        await MikroOrmWrapper.forkManager().transactional(async (transactionManager: Flushable) => {
          await service.openShop(shop({ handle: "kente" }), { transactionManager } as Context)
          await transactionManager.flush()
          second = service.openShop(shop({ handle: "kente" }))
          second.catch(() => undefined)
          await new Promise((resolve) => setTimeout(resolve, 300))
        })

        await expect(second).rejects.toEqual(coded("vendor_handle_taken"))
        expect(await service.listVendors({ handle: "kente" })).toHaveLength(1)
      })

      it("keeps one house shop, also when several are opened at once", async () => {
        const outcomes = await Promise.allSettled(
          [1, 2, 3].map(() => service.openShop(shop({ is_house: true })))
        )

        expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
        expect(await service.listVendors({ is_house: true })).toHaveLength(1)
      })

      it.each<[string, Partial<CreateVendorInput>]>([
        ["an empty name", { name: "", handle: "empty" }],
        ["a name of 121 letters", { name: "a".repeat(121), handle: "long" }],
        ["a rate above 100 %", { commission_rate_bps: 10_001 }],
        ["a negative rate", { commission_rate_bps: -1 }],
        ["a country that is no code", { country_code: "NGA" }],
      ])("refuses %s and leaves nothing behind", async (_, over) => {
        await expect(service.openShop(shop({ ...over, owner_user_id: "user_ada" }))).rejects.toThrow()

        expect(await service.listVendors({})).toEqual([])
        expect(await service.listVendorMembers({})).toEqual([])
        expect(await service.listVendorStatusChanges({})).toEqual([])
      })

      it("has a member once per shop", async () => {
        const { id } = await service.openShop(shop({ owner_user_id: "user_ada" }))

        await expect(service.createVendorMembers({ vendor_id: id, user_id: "user_ada" })).rejects.toThrow()
        expect(await service.listVendorMembers({ vendor_id: id })).toHaveLength(1)
      })
    })

    describe("changeStatus", () => {
      it.each(matrix)("follows the table from %s to %s", async (from, to) => {
        const id = await shopThatIs(from)
        const before = await historyOf(id)
        const change = service.changeStatus({ vendor_id: id, to, actor: "user_staff", reason: "a reason" })

        if (vendorTransitions[from].includes(to)) {
          expect(await change).toMatchObject({ vendor_id: id, from, to })
          expect(await historyOf(id)).toEqual([...before, [from, to, "user_staff", "a reason"]])
        } else {
          await expect(change).rejects.toEqual(coded("vendor_transition_refused"))
          expect(await historyOf(id)).toEqual(before)
        }
        expect(await statusOf(id)).toBe(vendorTransitions[from].includes(to) ? to : from)
      })

      it("does not find a shop that is not there", async () => {
        await expect(
          service.changeStatus({ vendor_id: "vend_none", to: "closed", actor: "user_staff" })
        ).rejects.toEqual(coded("vendor_not_found"))
      })

      it("lets people who act at once take turns, with one line of history for each that got through", async () => {
        const id = await shopThatIs("approved")
        const tos = ["suspended", "closed", "suspended", "closed"] as const

        const outcomes = await Promise.allSettled(
          tos.map((to, index) => service.changeStatus({ vendor_id: id, to, actor: `user_${index}` }))
        )

        const history = (await historyOf(id)).slice(2).map(([from, to]) => `${from}>${to}`)
        expect(history).toHaveLength(outcomes.filter(({ status }) => status === "fulfilled").length)
        expect([
          ["approved>suspended"],
          ["approved>closed"],
          ["approved>suspended", "suspended>closed"],
        ]).toContainEqual(history)
        expect(await statusOf(id)).toBe(history.at(-1)!.split(">")[1])
      })

      it("approves no shop without a shipping profile and a stock location", async () => {
        const { id } = await service.openShop(shop())

        await expect(
          service.changeStatus({ vendor_id: id, to: "approved", actor: "user_staff" })
        ).rejects.toThrow()
        expect(await statusOf(id)).toBe("pending")
        expect(await historyOf(id)).toHaveLength(1)
      })
    })

    describe("when a workflow fails later", () => {
      it("a change is taken back with its line of history", async () => {
        const id = await shopThatIs("approved")
        const before = await historyOf(id)
        const change = await service.changeStatus({ vendor_id: id, to: "suspended", actor: "user_staff" })

        await service.undoStatusChange(change)

        expect([await statusOf(id), await historyOf(id)]).toEqual(["approved", before])
      })

      it("a change that somebody has built upon stays, and so does its history", async () => {
        const id = await shopThatIs("approved")
        const change = await service.changeStatus({ vendor_id: id, to: "suspended", actor: "user_1" })
        await service.changeStatus({ vendor_id: id, to: "closed", actor: "user_2" })
        const before = await historyOf(id)

        await service.undoStatusChange(change)

        expect([await statusOf(id), await historyOf(id)]).toEqual(["closed", before])
      })

      it("a shop is removed whole, and its handle is free again", async () => {
        const { id } = await service.openShop(shop({ handle: "kente", owner_user_id: "user_ada" }))

        await service.removeShop(id)

        expect(await service.listVendorMembers({})).toEqual([])
        expect(await service.listVendorStatusChanges({})).toEqual([])
        expect(await service.openShop(shop({ handle: "kente" }))).toMatchObject({ handle: "kente" })
      })
    })
  },
})
