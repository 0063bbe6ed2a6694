import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { NO_ID, ownMethods } from "../../../lib/__tests__/own-methods"
import { DISPUTE_MODULE } from ".."
import DisputeModuleService from "../service"
import type { BookedCase, DisputeBooks, OpenCaseInput } from "../types"

jest.setTimeout(60_000)

let next = 0
let posted: string[]
let isFailing: boolean

const note = (what: string) => async (booked: BookedCase) => {
  if (isFailing) {
    throw new Error("The books are closed")
  }
  posted.push(
    `${what} ${booked.dispute.hold_number} ${booked.shares.map(({ amount_minor }) => amount_minor)}`
  )
}

/** Books that take everything down. */
const books: DisputeBooks = { hold: note("hold"), giveBack: note("give back"), payOut: note("pay out") }

const share = (vendor_id: string, amount_minor = 600n) => ({
  vendor_order_id: `vord_${vendor_id}`,
  vendor_id,
  amount_minor,
  commission_minor: 60n,
  commission_tax_minor: 5n,
  withholding_minor: 3n,
  platform_tax_minor: 6n,
  platform_discount_minor: 0n,
})

const chargeback = (over: Partial<OpenCaseInput> = {}): OpenCaseInput => {
  next += 1

  return {
    kind: "chargeback",
    order_id: `order_${next}`,
    currency_code: "ngn",
    claimed_minor: 1000n,
    reason: "fraud",
    opened_by: "gateway",
    due_at: new Date("2026-11-28T16:00:00Z"),
    act_at: new Date("2026-11-28T12:00:00Z"),
    gateway: "paystack",
    gateway_dispute_id: String(next),
    reference: `mkt-${next}`,
    shares: [share("vend_a"), share("vend_b", 400n)],
    items: [],
    ...over,
  }
}

/** Of cases by their id, or of all at once: for staff, buyers and jobs. */
const ABOUT_NO_SHOP = [
  "addMessage",
  "casesToFollow",
  "findCase",
  "findOfGateway",
  "heldOfOrder",
  "known",
  "lowerClaim",
  "moveCase",
  "nameItems",
  "noteCase",
  "openCase",
  "openCasesOfOrder",
  "pageOfCases",
  "sharesOf",
  "takenOfOrder",
]

moduleIntegrationTestRunner<DisputeModuleService>({
  moduleName: DISPUTE_MODULE,
  resolve: "./src/modules/dispute",
  pathToMigrations: "./src/modules/dispute/migrations",
  testSuite: ({ service }) => {
    const open = async (over: Partial<OpenCaseInput> = {}) =>
      (await service.openCase(chargeback(over), books)).dispute
    const move = (id: string, to: "submitting" | "submitted" | "won" | "lost" | "open") =>
      service.moveCase({ id, to, actor: "user_1" }, books)

    beforeEach(() => {
      posted = []
      isFailing = false
    })

    it("opens one case for a gateway's dispute, however many hear of it at once, and holds its money once", async () => {
      const input = chargeback()
      const opened = await Promise.all([1, 2, 3].map(() => service.openCase(input, books)))
      expect(opened.filter(({ is_new }) => is_new)).toHaveLength(1)
      expect(new Set(opened.map(({ dispute }) => dispute.id)).size).toBe(1)
      expect(posted).toEqual(["hold 1 600,400"])
      expect(opened[0]!.dispute).toMatchObject({ claimed_minor: 1000n, state: "open", refund_minor: null })
    })

    it("has no case whose money the books do not hold", async () => {
      isFailing = true
      const input = chargeback()
      await expect(service.openCase(input, books)).rejects.toThrow("closed")
      expect(await service.openCasesOfOrder(input.order_id)).toEqual([])
      isFailing = false
      const { id } = await open()
      isFailing = true
      await expect(move(id, "lost")).rejects.toThrow("closed")
      expect((await service.findCase(id))?.state).toBe("open")
    })

    it("moves along the table alone, and settles its money once at its end", async () => {
      const { id } = await open()
      expect(await service.moveCase({ id, to: "refunding", actor: "user_1" }, books)).toBeNull()
      await move(id, "submitting")
      await move(id, "submitted")
      const ends = await Promise.all([move(id, "lost"), move(id, "won"), move(id, "lost")])
      expect(ends.filter(Boolean)).toHaveLength(1)
      expect(posted).toEqual(["hold 1 600,400", expect.stringMatching(/^(pay out|give back) 1 600,400$/)])
      expect(await service.heldOfOrder((await service.findCase(id))!.order_id)).toEqual([])
      const history = await service.listDisputeTransitions(
        { dispute_id: id },
        { order: { created_at: "ASC" } }
      )
      expect(history.map(({ to_state }) => to_state).slice(0, 3)).toEqual(["open", "submitting", "submitted"])
    })

    it("holds anew what is named, under another number", async () => {
      const { id } = await open()
      const frozen = { shares: [share("vend_b", 1000n)], items: [] }
      expect(await service.nameItems(id, frozen, books)).toBe(true)
      expect(posted).toEqual(["hold 1 600,400", "give back 1 600,400", "hold 2 1000"])
      await move(id, "won")
      expect(posted.at(-1)).toBe("give back 2 1000")
      expect(await service.nameItems(id, frozen, books)).toBe(false)
    })

    it("holds less when less is asked for, wherever it stands, and never more", async () => {
      const { id } = await open()
      await move(id, "submitted")
      const lower = (claimed_minor: bigint) =>
        service.lowerClaim({ id, claimed_minor, shares: [share("vend_a", claimed_minor)], items: [] }, books)
      expect(await lower(300n)).toBe(true)
      expect(posted).toEqual(["hold 1 600,400", "give back 1 600,400", "hold 2 300"])
      expect(await service.findCase(id)).toMatchObject({ state: "submitted", claimed_minor: 300n })
      expect([await lower(300n), await lower(400n)]).toEqual([false, false])
      await move(id, "lost")
      expect([posted.at(-1), await lower(100n)]).toEqual(["pay out 2 300", false])
    })

    it("is accepted when every shop of it has accepted, each for itself", async () => {
      const { id } = await open()
      const accept = (vendor_id: string) =>
        service.acceptShare({ dispute_id: id, vendor_id, actor: "user_1" })
      expect(await accept("vend_a")).toBe(false)
      expect(await accept("vend_c")).toBe(false)
      expect(await accept("vend_b")).toBe(true)
    })

    it("is accepted by the second of two shops that accept at the same moment", async () => {
      const cases = await Promise.all(Array.from({ length: 8 }, () => open()))
      for (const { id } of cases) {
        const both = await Promise.all(
          ["vend_a", "vend_b"].map((vendor_id) =>
            service.acceptShare({ dispute_id: id, vendor_id, actor: "user_1" })
          )
        )
        expect(both.toSorted()).toEqual([false, true])
      }
    })

    it("lists a shop's own cases, filtered, in a stable order", async () => {
      const own = [await open(), await open({ reason: "damaged" })]
      await open({ shares: [share("vend_z", 1000n)] })
      await move(own[1]!.id, "won")
      const page = { take: 10, skip: 0, sort: "created_at", is_ascending: true } as const
      const list = async (over = {}) =>
        (await service.pageOfVendorCases({ vendor_id: "vend_b", ...over }, page)).disputes.map(({ id }) => id)
      expect(await list()).toEqual(own.map(({ id }) => id))
      expect(await list({ state: ["won"] })).toEqual([own[1]!.id])
      expect(await list({ kind: ["buyer"] })).toEqual([])
      expect(await list({ reason: "damaged", gateway: "paystack" })).toEqual([own[1]!.id])
      expect(await list({ due_before: new Date("2026-11-28T16:00:00Z") })).toEqual([])
      expect((await service.pageOfVendorCases({ vendor_id: "vend_b" }, { ...page, take: 1 })).count).toBe(2)
      expect((await service.pageOfCases({}, page)).count).toBe(3)
    })

    it("lists by what is due first the cases in which something is due", async () => {
      const due_at = (hour: number) => ({ due_at: new Date(Date.UTC(2026, 10, 29, hour)) })
      const [over, later, sooner] = [await open(due_at(1)), await open(due_at(3)), await open(due_at(2))]
      await move(over!.id, "won")
      const page = { take: 10, skip: 0, sort: "due_at", is_ascending: true } as const
      const { disputes } = await service.pageOfCases({}, page)
      expect(disputes.map(({ id }) => id)).toEqual([sooner, later, over].map((each) => each!.id))
    })

    it("tells a shop of the cases in which it has said nothing yet, those that are due next first", async () => {
      const due_at = (hour: number) => ({ due_at: new Date(Date.UTC(2026, 10, 29, hour)) })
      const cases = [
        await open(due_at(5)),
        await open(due_at(3)),
        await open(due_at(4)),
        await open(due_at(1)),
      ]
      const [late, soon, agreed, over] = cases.map(({ id }) => id) as [string, string, string, string]
      await service.acceptShare({ dispute_id: agreed, vendor_id: "vend_b", actor: "user_1" })
      await move(over, "won")
      const say = (author: "vendor" | "staff", vendor_id: string) =>
        service.addMessage({ dispute_id: soon, author, author_id: "user_1", vendor_id, text: "It was sent." })
      await say("vendor", "vend_a")
      await say("staff", "vend_b")

      const waiting = async (vendor: string, take = 5) => {
        const { disputes, count } = await service.waitingFor(vendor, take)
        return [disputes.map(({ id }) => id), count]
      }
      expect(await waiting("vend_b")).toEqual([[soon, late], 2])
      expect(await waiting("vend_b", 1)).toEqual([[soon], 2])
      expect(await waiting("vend_a")).toEqual([[agreed, late], 2])
      expect(await waiting("vend_c")).toEqual([[], 0])
      await say("vendor", "vend_b")
      expect(await waiting("vend_b")).toEqual([[late], 1])
    })

    it("refuses a gateway's dispute without its number, fractions and amounts below zero", async () => {
      await expect(open({ gateway_dispute_id: undefined })).rejects.toThrow()
      await expect(open({ shares: [share("vend_a", -1n)] })).rejects.toThrow()
      await expect(open({ claimed_minor: 0n })).rejects.toThrow()
    })

    it("answers nothing about a shop without the shop's id", async () => {
      const names = ownMethods(DisputeModuleService).filter((name) => !ABOUT_NO_SHOP.includes(name))
      expect(names).toEqual(["acceptShare", "pageOfVendorCases", "waitingFor"])
      for (const vendor_id of NO_ID) {
        await expect(service.waitingFor(vendor_id, 5)).rejects.toThrow("vendor")
        const page = { take: 1, skip: 0, sort: "created_at", is_ascending: true } as const
        await expect(service.pageOfVendorCases({ vendor_id: vendor_id as string }, page)).rejects.toThrow(
          "vendor"
        )
        await expect(
          service.acceptShare({ dispute_id: "disp_1", vendor_id: vendor_id as string, actor: "user_1" })
        ).rejects.toThrow("vendor")
      }
    })
  },
})
