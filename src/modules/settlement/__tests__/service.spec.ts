import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { SETTLEMENT_MODULE } from ".."
import { matchItem } from "../domain/explain"
import type SettlementModuleService from "../service"
import type { SettlementBooks } from "../types"

const settled_at = new Date("2026-11-27T06:00:00Z")
const told = (over: object = {}) => ({
  gateway_settlement_id: "3090024",
  currency_code: "ngn",
  gross_minor: 1_000_000n,
  fee_minor: 25_000n,
  duty_minor: null,
  deductions_minor: 0n,
  net_minor: 975_000n,
  goes_to: "bank" as const,
  is_final: true,
  settled_at,
  ...over,
})
const item = (gateway_id: string, expected: bigint | null = 975_000n) =>
  matchItem(
    { reference: `mkt-${gateway_id}`, gateway_id, amount_minor: 1_000_000n, net_minor: 975_000n },
    expected
  )

moduleIntegrationTestRunner<SettlementModuleService>({
  moduleName: SETTLEMENT_MODULE,
  resolve: "./src/modules/settlement",
  pathToMigrations: "./src/modules/settlement/migrations",
  testSuite: ({ service }) => {
    let booked: Record<string, unknown>[]
    let taken_minor: bigint
    const books: SettlementBooks = {
      takenBack: async () => taken_minor,
      settle: async (settlement) => {
        booked.push(settlement)
      },
      topUp: async (topUp) => {
        booked.push(topUp)
      },
    }
    const record = (over: object = {}, items = [item("1")]) =>
      service.recordSettlement({ gateway: "paystack", settlement: told(over), items }, books)

    beforeEach(() => {
      booked = []
      taken_minor = 0n
    })

    it("books a settlement once it is final, and never again", async () => {
      expect(await record({ is_final: false })).toBe(false)
      expect([await service.isBooked("paystack", "3090024"), booked]).toEqual([false, []])
      expect(await record()).toBe(true)
      expect(await record({ net_minor: 1n })).toBe(false)
      expect(booked).toMatchObject([{ net_minor: 975_000n, unexplained_minor: 0n, gateway: "paystack" }])
      expect(await service.isBooked("paystack", "3090024")).toBe(true)
      expect(await service.isBooked("flutterwave", "3090024")).toBe(false)
    })

    it("writes nothing when the books refuse", async () => {
      const refusing = { ...books, settle: async () => Promise.reject(new Error("books are shut")) }
      const all = { gateway: "paystack", settlement: told(), items: [item("1")] }
      await expect(service.recordSettlement(all, refusing)).rejects.toThrow("books are shut")
      expect(await service.itemsOf(["mkt-1"])).toEqual([])
    })

    it("takes what went back to buyers out of one settlement alone", async () => {
      taken_minor = 100_000n
      await record({ net_minor: 915_000n })
      await record({ gateway_settlement_id: "2", net_minor: 930_000n })
      await record({ gateway_settlement_id: "3", net_minor: 970_000n })
      expect(booked).toMatchObject([
        { refund_minor: 60_000n, unexplained_minor: 0n },
        { refund_minor: 40_000n, duty_minor: 5000n, unexplained_minor: 0n },
        { refund_minor: 0n, duty_minor: 5000n, unexplained_minor: 0n },
      ])
    })

    it("counts what one that paid nothing, or less, has taken back, so that a later one is not explained by it", async () => {
      taken_minor = 1_170_000n
      const back = {
        gateway_settlement_id: "less",
        gross_minor: 100_000n,
        fee_minor: 0n,
        net_minor: -70_000n,
      }
      expect(await record({ net_minor: 0n })).toBe(true)
      expect(await service.isBooked("paystack", "3090024")).toBe(true)
      // Read again as long as it is not booked.
      expect([await record(back), await record(back)]).toEqual([false, false])
      await record({ gateway_settlement_id: "later", net_minor: 875_000n })
      expect(booked).toMatchObject([
        { net_minor: 0n, refund_minor: 975_000n, unexplained_minor: 0n },
        { net_minor: 875_000n, refund_minor: 25_000n, unexplained_minor: 75_000n },
      ])
    })

    describe("Settlements that are explained out of their order", () => {
      const hour = (number: number) => new Date(settled_at.getTime() + number * 3_600_000)
      /** What went back to buyers, and when. */
      let refunds: { at: Date; amount_minor: bigint }[]
      const dated: SettlementBooks = {
        ...books,
        takenBack: async ({ before }) =>
          refunds.reduce((sum, { at, amount_minor }) => (at <= before ? sum + amount_minor : sum), 0n),
        settle: async (settlement) => {
          booked.push(settlement)
        },
      }
      const settle = (at: number, gross_minor: bigint, over: object) =>
        service.recordSettlement(
          {
            gateway: "paystack",
            settlement: told({
              gateway_settlement_id: `at-${at}`,
              settled_at: hour(at),
              fee_minor: 0n,
              gross_minor,
              ...over,
            }),
            items: [],
          },
          dated
        )
      const oddOnes = async () =>
        (await service.oddSettlements(settled_at, 10)).map(
          ({ gateway_settlement_id, is_booked, unexplained_minor }) => [
            gateway_settlement_id,
            is_booked,
            unexplained_minor,
          ]
        )

      it("does not forget what one below zero took when it is read again, so that a shortfall shows", async () => {
        refunds = [
          { at: hour(0), amount_minor: 300_000n },
          { at: hour(2), amount_minor: 200_000n },
        ]
        await settle(1, 100_000n, { net_minor: -200_000n })
        await settle(3, 1_000_000n, { net_minor: 800_000n })
        await settle(1, 100_000n, { net_minor: -200_000n })
        await settle(4, 1_000_000n, { net_minor: 800_000n })

        expect(booked).toMatchObject([
          { refund_minor: 200_000n, unexplained_minor: 0n },
          { refund_minor: 0n, unexplained_minor: 200_000n },
        ])
        expect(await oddOnes()).toEqual([
          ["at-1", false, 0n],
          ["at-4", true, 200_000n],
        ])
      })

      it("explains one that turns final after a newer one by what was due before it", async () => {
        refunds = [
          { at: hour(0), amount_minor: 300_000n },
          { at: hour(2), amount_minor: 200_000n },
        ]
        await settle(1, 1_000_000n, { net_minor: 700_000n, is_final: false })
        await settle(3, 1_000_000n, { net_minor: 800_000n })
        await settle(1, 1_000_000n, { net_minor: 700_000n })

        expect(booked.map(({ refund_minor }) => refund_minor)).toEqual([200_000n, 300_000n])
        expect(await oddOnes()).toEqual([])
      })

      it("never gives one refund to two, whichever is final first", async () => {
        refunds = [{ at: hour(0), amount_minor: 300_000n }]
        await settle(1, 1_000_000n, { net_minor: 700_000n, is_final: false })
        await settle(3, 1_000_000n, { net_minor: 800_000n })
        await settle(1, 1_000_000n, { net_minor: 700_000n })

        expect(booked.map(({ refund_minor }) => refund_minor)).toEqual([200_000n, 100_000n])
        expect(await oddOnes()).toEqual([["at-1", true, 200_000n]])
      })
    })

    it("explains what was missing once it is known that it went back to a buyer, and no more of it", async () => {
      await record({ net_minor: 900_000n, duty_minor: 0n })
      const odd = () => service.oddSettlements(new Date(0), 10)
      expect(await odd()).toMatchObject([{ unexplained_minor: 75_000n }])
      const late = () => service.explainLate({ gateway: "paystack", since: new Date(0) }, books)
      await late()
      expect(await odd()).toMatchObject([{ unexplained_minor: 75_000n }])

      taken_minor = 70_000n
      await late()
      await late()
      expect(await odd()).toMatchObject([{ unexplained_minor: 5000n }])

      taken_minor = 200_000n
      await service.explainLate({ gateway: "flutterwave", since: new Date(0) }, books)
      expect(await odd()).toHaveLength(1)
      await late()
      expect(await odd()).toEqual([])
      // Of what went back since the rest is left to the next one.
      await record({ gateway_settlement_id: "3090025", net_minor: 850_000n, duty_minor: 0n })
      expect(await odd()).toEqual([])
      expect(booked).toHaveLength(2)
    })

    it("finds what is odd, and by a payment's reference what it has brought", async () => {
      await record({ net_minor: 900_000n }, [item("1"), item("2", 900_000n), item("3", null)])
      await record({ gateway_settlement_id: "2", net_minor: -5n }, [])
      const since = new Date(settled_at.getTime() - 1)
      expect((await service.oddItems(since, 10)).map(({ reference, state }) => [reference, state])).toEqual([
        ["mkt-2", "differs"],
        ["mkt-3", "unknown"],
      ])
      expect(await service.oddItems(new Date(settled_at.getTime() + 1), 10)).toEqual([])
      expect(await service.oddSettlements(since, 10)).toMatchObject([
        { gateway_settlement_id: "3090024", unexplained_minor: 75_000n, is_booked: true },
        { gateway_settlement_id: "2", is_booked: false },
      ])
      expect(await service.itemsOf(["mkt-2", "mkt-9"])).toMatchObject([
        { net_minor: 975_000n, expected_minor: 900_000n, is_final: true },
      ])
    })

    it("books a top-up once, and keeps where it has read and what is held", async () => {
      const topUp = { gateway_top_up_id: "7", currency_code: "ngn", amount_minor: 5n, made_at: settled_at }
      expect(await service.recordTopUp("paystack", topUp, books)).toBe(true)
      expect(await service.recordTopUp("paystack", topUp, books)).toBe(false)
      expect(booked).toHaveLength(1)
      expect(await service.readUntil("paystack", "top_ups")).toBeNull()
      await service.markReadUntil({ gateway: "paystack", name: "top_ups", at: settled_at })
      expect(await service.readUntil("paystack", "top_ups")).toEqual(settled_at)
      await service.recordBalances("paystack", [{ currency_code: "ngn", balance_minor: -5n }])
      await service.recordBalances("paystack", [{ currency_code: "ngn", balance_minor: 7n }])
      expect(await service.heldBalances()).toMatchObject([{ gateway: "paystack", balance_minor: 7n }])
    })
  },
})
