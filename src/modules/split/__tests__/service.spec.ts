import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { SPLIT_MODULE } from ".."
import type SplitModuleService from "../service"
import type { SaleBooks, ShareBooks } from "../types"

const payment = (reference: string, ...vendors: string[]) => ({
  gateway: "paystack",
  reference,
  currency_code: "ngn",
  paid_at: new Date("2026-11-28T10:00:00Z"),
  split: vendors.map((vendor_id) => ({ vendor_id, subaccount_code: `ACCT_${vendor_id}`, share_minor: 900n })),
})

moduleIntegrationTestRunner<SplitModuleService>({
  moduleName: SPLIT_MODULE,
  resolve: "./src/modules/split",
  pathToMigrations: "./src/modules/split/migrations",
  testSuite: ({ service }) => {
    let booked: string[]
    const shareBooks: ShareBooks = async (share) => {
      booked.push(`${share.vendor_id} ${share.state} ${share.paid_minor} ${share.order_id}`)
    }
    const saleBooks: SaleBooks = async (shares) => {
      booked.push(shares.map(({ vendor_id, sold_minor }) => `${vendor_id} ${sold_minor}`).join(", "))
    }
    const open = () => service.openAfter({ gateway: "paystack", after: "", take: 10 })
    const SETTLED = { state: "settled", paid_minor: 900n } as const
    const MISSING = { state: "missing", paid_minor: 0n } as const

    beforeEach(() => {
      booked = []
    })

    describe("a share", () => {
      it("ends once, whoever says so and however often", async () => {
        await service.takeOn([payment("mkt-1", "ada")])
        await service.takeOn([payment("mkt-1", "ada")])
        const [share] = await open()

        const ends = await Promise.all(
          [SETTLED, MISSING, SETTLED, MISSING].map((end) => service.end(share!.id, end, shareBooks))
        )
        expect(ends.filter(Boolean)).toHaveLength(1)
        expect(booked).toHaveLength(1)
        expect(await service.listSplitShares({ reference: "mkt-1" })).toHaveLength(1)
      })

      it("is noted with its entry, or not at all", async () => {
        await service.takeOn([payment("mkt-1", "ada")])
        const [share] = await open()
        const shut = () => Promise.reject(new Error("The books are shut."))

        await expect(service.end(share!.id, MISSING, shut)).rejects.toThrow("shut")
        expect(await open()).toMatchObject([{ state: "frozen" }])
        await expect(
          service.sell({ order_id: "order_1", payment: payment("mkt-1", "ada") }, shut)
        ).rejects.toThrow("shut")
        expect(await open()).toMatchObject([{ order_id: null }])
      })

      it("is a sale's once, as it stands by then, and nobody's again when the sale is taken back", async () => {
        const sell = (order_id: string) =>
          service.sell({ order_id, payment: payment("mkt-1", "ada", "bola") }, saleBooks)
        await sell("order_1")
        await sell("order_1")
        expect(booked).toEqual(["ada 900, bola 900", ""])

        await service.unsell("order_1", saleBooks)
        const [, bola] = await service.listSplitShares({}, { order: { vendor_id: "ASC" } })
        await service.end(bola!.id, MISSING, shareBooks)
        await sell("order_2")
        expect(booked.slice(2)).toEqual(["ada 900, bola 900", "bola missing 0 null", "ada 900, bola 0"])
      })

      it("is owed when its payment went back, once, and not when it is a sale's", async () => {
        await service.sell({ order_id: "order_1", payment: payment("mkt-1", "ada") }, saleBooks)
        await service.takeOn([payment("mkt-2", "bola")])
        for (const share of await open()) {
          await service.end(share.id, SETTLED, shareBooks)
        }
        const all = await service.listSplitShares({}, { order: { vendor_id: "ASC" } })

        const owed = await Promise.all([...all, ...all].map(({ id }) => service.oweUnsold(id, shareBooks)))
        expect(owed.filter(Boolean)).toHaveLength(1)
        expect(booked.at(-1)).toBe("bola settled 900 null")
        expect(await open()).toEqual([])
        // What is owed is no sale's any more.
        await service.sell({ order_id: "order_2", payment: payment("mkt-2", "bola") }, saleBooks)
        expect(booked.at(-1)).toBe("")
      })

      it("cannot end twice, or be owed and sold, in the database either", async () => {
        await service.takeOn([payment("mkt-1", "ada")])
        const [share] = await open()
        for (const wrong of [
          { state: "settled" },
          { state: "frozen", ended_at: new Date() },
          { unsold_at: new Date() },
        ]) {
          await expect(service.updateSplitShares({ id: share!.id, ...wrong } as never)).rejects.toThrow(
            /check/i
          )
        }
      })
    })
  },
})
