import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { LEDGER_MODULE } from ".."
import type { AccountType } from "../domain/account"
import { buildCollection } from "../domain/collection"
import { buildRelease } from "../domain/release"
import { buildSplitUnsold } from "../domain/split"
import type LedgerModuleService from "../service"

const occurred_at = new Date("2026-11-28T10:00:00Z")
const ada = { vendor_id: "ada", currency_code: "ngn" }

moduleIntegrationTestRunner<LedgerModuleService>({
  moduleName: LEDGER_MODULE,
  resolve: "./src/modules/ledger",
  pathToMigrations: "./src/modules/ledger/migrations",
  testSuite: ({ service }) => {
    let number = 0
    /** Below zero it takes back what went to a buyer after all of it had been paid out. */
    const release = (available_minor: bigint, vendor_id = "ada") => {
      number += 1

      return service.post([
        buildRelease({
          ...ada,
          vendor_id,
          order_id: `order_${number}`,
          vendor_order_id: `vord_${number}`,
          number: 1,
          available_minor,
          reserved_minor: 0n,
          occurred_at,
        }),
      ])
    }
    const receivable = (share_minor: bigint, vendor_id = "ada") =>
      service.post([
        buildSplitUnsold({
          ...ada,
          vendor_id,
          gateway: "paystack",
          reference: `mkt-${vendor_id}`,
          share_minor,
          occurred_at,
        }),
      ])
    const pay = (amount_minor: bigint, reference: string, vendor_id = "ada") =>
      service.payDebt({ ...ada, vendor_id, amount_minor, reference, invoice_id: null, occurred_at })
    const balance = async (type: AccountType, owner?: string) =>
      (await service.balances({ type, owner }))[0]?.balance_minor ?? 0n

    describe("The payment of a debt", () => {
      it("is booked once for each line of the bank's, and never for more than is owed", async () => {
        await release(-1_000n)
        await receivable(500n)

        expect(await pay(1_501n, "FT-1")).toMatchObject({ outcome: "refused", owed_minor: 1_500n })
        const both = await Promise.all([1, 2].map(() => pay(600n, "FT-1")))
        expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["known", "paid"])
        expect(await pay(601n, "FT-1")).toMatchObject({ outcome: "taken" })
        await release(-600n, "bola")
        expect(await pay(600n, "FT-1", "bola")).toMatchObject({ outcome: "taken" })

        expect(await balance("vendor_available", "ada")).toBe(900n)
        expect(await balance("vendor_receivable", "ada")).toBe(0n)
        expect(await balance("platform_bank")).toBe(600n)
        expect(await service.trialBalance()).toMatchObject([{ difference_minor: 0n }])
      })

      it("is of a line of the statement that nothing else is booked as, however its name is written", async () => {
        await Promise.all(["ada", "bola"].map((vendor_id) => release(-5_000n, vendor_id)))
        const deposit = (reference: string, vendor_id = "ada") =>
          service.moveDeposit({
            ...ada,
            vendor_id,
            move: "received",
            amount_minor: 600n,
            reference,
            occurred_at,
          })
        const claim = (reference: string) =>
          service.claimBankLine({
            reference,
            booked_as: "bank_transfer",
            record_id: "btr_1",
            entry_key: null,
          })

        expect(await deposit("NIP-1")).toMatchObject({ outcome: "moved" })
        expect(await deposit(" nip-1 ")).toMatchObject({ outcome: "moved", deposited_minor: 600n })
        const booked = { booked_as: "deposit", record_id: "ada" }
        expect(await deposit("Nip-1", "bola")).toMatchObject({ outcome: "taken", line: booked })
        expect(await pay(600n, "nip-1")).toMatchObject({ outcome: "taken", line: booked })
        expect(await claim("NIP-1")).toMatchObject(booked)

        expect(await claim("FT-7")).toBeNull()
        expect(await pay(600n, "ft-7")).toMatchObject({ outcome: "taken", line: { record_id: "btr_1" } })
        expect(await pay(600n, "ft-8")).toMatchObject({ outcome: "paid" })
        expect(await pay(600n, "FT-8")).toMatchObject({ outcome: "known" })
        expect(await deposit("FT-8")).toMatchObject({ outcome: "taken", line: { booked_as: "debt_paid" } })
        expect(await balance("platform_bank")).toBe(1_200n)
      })

      it("is of a line that two shops are told to have paid at once, and one has", async () => {
        const shops = ["ada", "bola", "chi"]
        await Promise.all(shops.map((vendor_id) => release(-5_000n, vendor_id)))
        const all = await Promise.all([
          ...shops.map((vendor_id) => pay(600n, "NIP-2", vendor_id)),
          ...shops.map((vendor_id) =>
            service.moveDeposit({
              ...ada,
              vendor_id,
              move: "received",
              amount_minor: 600n,
              reference: "nip-2",
              occurred_at,
            })
          ),
        ])

        expect(all.filter(({ outcome }) => outcome === "taken")).toHaveLength(5)
        expect(await balance("platform_bank")).toBe(600n)
      })

      it("takes turns with others, and lets payouts go on at once", async () => {
        await release(-1_000n)
        const all = await Promise.all(["1", "2", "3", "4"].map((name) => pay(400n, `FT-${name}`)))
        expect(all.map(({ outcome }) => outcome).toSorted()).toEqual(["paid", "paid", "refused", "refused"])
        expect(await pay(200n, "FT-5")).toMatchObject({ outcome: "paid", owed_minor: 0n })
        expect(await pay(1n, "FT-6")).toMatchObject({ outcome: "refused", owed_minor: 0n })

        await release(300n)
        const held = await service.hold({
          ...ada,
          payout_id: "pout_1",
          amount_minor: 300n,
          fee_minor: 0n,
          occurred_at,
        })
        expect(held).toEqual({ is_held: true, available_minor: 300n })
      })
    })

    describe("What is owed", () => {
      it("is told with what came in on it since a place in the books, whatever the checkpoints do", async () => {
        await release(200n)
        await release(-900n)
        const before = await service.lockOwed(ada)
        expect(before).toEqual({ owed_minor: 700n, from_seq: "0", credited_minor: 200n })

        await service.checkpoint({ min_postings: 0 })
        await release(100n)
        await release(-50n)
        await pay(30n, "FT-1")

        expect(await service.standingOf({ ...ada, from_seq: before.from_seq })).toEqual({
          owed_minor: 620n,
          from_seq: "0",
          credited_minor: 330n,
        })
        const after = await service.lockOwed(ada)
        expect(after).toMatchObject({ owed_minor: 620n, credited_minor: 130n })
        expect(Number(after.from_seq)).toBeGreaterThan(0)
        await release(40n)
        await service.checkpoint({ min_postings: 0 })
        expect(await service.standingOf({ ...ada, from_seq: after.from_seq })).toMatchObject({
          owed_minor: 580n,
          credited_minor: 170n,
        })
      })

      it("is told with its reasons, and with what was owed apart from them", async () => {
        await release(200n)
        await release(-900n)
        await receivable(50n)
        await service.checkpoint({ min_postings: 0 })
        await release(100n)

        expect(await service.whyOwed(ada)).toEqual({
          owed_minor: 650n,
          since: expect.any(Date),
          parts: [
            { owed_for: "refunds", amount_minor: 900n },
            { owed_for: "receivable", amount_minor: 50n },
            { owed_for: "sales", amount_minor: -100n },
            { owed_for: "available", amount_minor: -200n },
          ],
        })
        expect(await service.lockDebt(ada)).toMatchObject({
          owed_minor: 650n,
          credited_minor: 100n,
          parts: expect.arrayContaining([{ owed_for: "receivable", amount_minor: 50n }]),
        })
        await pay(650n, "FT-1")
        expect(await service.lockDebt(ada)).toMatchObject({ owed_minor: 0n, parts: [] })
        expect(await service.whyOwed(ada)).toBeNull()
        expect(await service.whyOwed({ ...ada, vendor_id: "nobody" })).toBeNull()
      })

      it("says of an order that was paid at the door that it is kept of that", async () => {
        const order = { ...ada, order_id: "order_cash", vendor_order_id: "vord_cash", occurred_at }
        await service.post([buildCollection({ ...order, amount_minor: 1_000n, held_by: "vendor" })])
        await service.post([
          buildRelease({
            ...order,
            number: 1,
            cash_minor: 1_000n,
            available_minor: -80n,
            reserved_minor: 0n,
          }),
        ])

        expect((await service.whyOwed(ada))?.parts).toEqual([{ owed_for: "cash_sales", amount_minor: 80n }])
      })

      it("is listed by shop and currency, with the cash that each has besides", async () => {
        await release(-10n, "bola")
        await release(-20n)
        await receivable(5n)
        await release(100n, "chidi")
        await receivable(100n, "chidi")
        await receivable(7n, "dayo")
        const order = { ...ada, order_id: "order_cash", vendor_order_id: "vord_cash", occurred_at }
        await service.post([buildCollection({ ...order, amount_minor: 40n, held_by: "vendor" })])
        const page = { take: 2, skip: 0 }

        expect(await service.listOwing({}, page)).toEqual({
          count: 3,
          owing: [
            { vendor_id: "ada", currency_code: "ngn", owed_minor: 25n, cash_minor: 40n },
            { vendor_id: "bola", currency_code: "ngn", owed_minor: 10n, cash_minor: 0n },
          ],
        })
        expect((await service.listOwing({}, { take: 2, skip: 2 })).owing).toMatchObject([
          { vendor_id: "dayo" },
        ])
        expect(await service.listOwing({ vendor_id: "bola" }, page)).toMatchObject({ count: 1 })
        expect(await service.listOwing({ currency_code: "ghs" }, page)).toEqual({ count: 0, owing: [] })
      })
    })
  },
})
