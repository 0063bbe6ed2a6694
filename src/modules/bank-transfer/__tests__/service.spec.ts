import { join } from "node:path"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { BANK_TRANSFER_MODULE } from ".."
import type BankTransferModuleService from "../service"
import type { RecordTransferInput } from "../types"

const line = (over: Partial<RecordTransferInput> = {}): RecordTransferInput => ({
  bank_reference: "stmt-1",
  reference: "mkt-1",
  narration: "MKT-1 NGOZI",
  amount_minor: 125_000n,
  currency_code: "ngn",
  received_at: new Date("2026-11-27T09:00:00Z"),
  recorded_by: "user_1",
  ...over,
})

const refund = { key: "ref_1", reference: "mkt-1", amount_minor: 125_000n, currency_code: "ngn" }

moduleIntegrationTestRunner<BankTransferModuleService>({
  moduleName: BANK_TRANSFER_MODULE,
  resolve: "./src/modules/bank-transfer",
  pathToMigrations: join(__dirname, "..", "migrations"),
  testSuite: ({ service }) => {
    const record = (input: RecordTransferInput) => service.recordTransfer(input, async () => true)

    describe("A line of the statement", () => {
      it("is recorded once, by two people at once", async () => {
        const both = await Promise.all([1, 2].map(() => record(line())))

        expect(both.map(({ is_new }) => is_new).toSorted()).toEqual([false, true])
        expect(both.map(({ differs }) => differs)).toEqual([false, false])
        expect(await service.receiptsOf("mkt-1")).toMatchObject([
          { amount_minor: 125_000n, currency_code: "ngn", recorded_by: "user_1" },
        ])
      })

      it.each([{ amount_minor: 125_001n }, { currency_code: "usd" }, { reference: "mkt-2" }])(
        "is not recorded again as %p",
        async (over) => {
          const { transfer } = await record(line())
          const again = await record(line(over))

          expect(again).toMatchObject({ is_new: false, differs: true, transfer: { id: transfer.id } })
          expect(again.transfer.amount_minor).toBe(125_000n)
        }
      )

      it("is the same one however its name is written", async () => {
        const { transfer } = await record(line({ bank_reference: "NIP-1" }))

        expect(await record(line({ bank_reference: " nip-1" }))).toMatchObject({
          is_new: false,
          differs: false,
          transfer: { id: transfer.id },
        })
      })

      it("is not recorded when it is booked as something else", async () => {
        const refusing = async () => Promise.reject(new Error("booked already"))

        await expect(service.recordTransfer(line(), refusing)).rejects.toThrow("booked already")
        expect(await service.receiptsOf("mkt-1")).toEqual([])
        // What is recorded is not asked about again.
        const { transfer } = await record(line())
        expect(await service.recordTransfer(line(), refusing)).toMatchObject({ is_new: false, transfer })
      })

      it("is for one payment for ever", async () => {
        const { transfer } = await record(line({ reference: null }))
        const match = (reference: string) => service.matchTransfer({ id: transfer.id, reference })
        const both = await Promise.all([match("mkt-1"), match("mkt-2")])

        expect(both.filter(Boolean)).toHaveLength(1)
        expect(await match("mkt-3")).toBeNull()
        // Told once more without a payment, as it came from the bank, it is the same line.
        expect(await record(line({ reference: null }))).toMatchObject({ differs: false })
      })

      it.each([0n, -1n])("is never of %s", async (amount_minor) => {
        await expect(record(line({ amount_minor }))).rejects.toThrow()
      })

      it("is listed by whether anybody knows what it is for, the newest first", async () => {
        await record(line())
        await record(line({ bank_reference: "stmt-2", reference: null }))
        await record(line({ bank_reference: "stmt-3", reference: null, currency_code: "usd" }))
        const names = async (...[filters, page]: Parameters<typeof service.pageOfTransfers>) => {
          const { transfers, count } = await service.pageOfTransfers(filters, page)
          return [count, ...transfers.map(({ bank_reference }) => bank_reference)]
        }

        expect(await names({}, { take: 2, skip: 0 })).toEqual([3, "stmt-3", "stmt-2"])
        expect(await names({ is_matched: false }, { take: 5, skip: 1 })).toEqual([2, "stmt-2"])
        expect(await names({ is_matched: true }, { take: 5, skip: 0 })).toEqual([1, "stmt-1"])
        expect(await names({ currency_code: "usd" }, { take: 5, skip: 0 })).toEqual([1, "stmt-3"])
        expect(await names({ reference: "mkt-1" }, { take: 5, skip: 0 })).toEqual([1, "stmt-1"])
      })
    })

    describe("A refund", () => {
      it("is one task, however often it is asked for, and ends once", async () => {
        const asked = await Promise.all([1, 2].map(() => service.askRefund(refund)))
        expect(new Set(asked.map(({ id }) => id)).size).toBe(1)
        const { id } = asked[0]!
        const mark = (to: "made" | "failed") => service.markRefund({ id, to, note: "FT-1", by: "user_1" })

        const ends = await Promise.all([mark("made"), mark("failed")])

        expect(ends.filter(Boolean)).toHaveLength(1)
        expect(await mark("made")).toBeNull()
        expect((await service.findRefund("ref_1"))?.state).toBe(ends.find(Boolean)?.state)
        expect(await service.pageOfRefunds("waiting", { take: 5, skip: 0 })).toEqual({
          refunds: [],
          count: 0,
        })
        expect(await service.pageOfRefunds(undefined, { take: 5, skip: 0 })).toMatchObject({ count: 1 })
      })

      it("keeps its key to itself", async () => {
        await service.askRefund(refund)

        await expect(service.askRefund({ ...refund, amount_minor: 1n })).rejects.toThrow(RangeError)
        await expect(service.askRefund({ ...refund, reference: "mkt-2" })).rejects.toThrow(RangeError)
      })
    })
  },
})
