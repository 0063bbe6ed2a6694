import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { LEDGER_MODULE } from ".."
import type { AccountType } from "../domain/account"
import type { DepositMove } from "../domain/deposit"
import { buildChargeback, buildChargebackFee, buildDisputeHold } from "../domain/dispute"
import { buildOrderRefund } from "../domain/refund"
import { buildRelease } from "../domain/release"
import { buildReversal } from "../domain/reversal"
import { buildSale } from "../domain/sale"
import { buildSplit, buildSplitEnd } from "../domain/split"
import type LedgerModuleService from "../service"

const occurred_at = new Date("2026-11-28T10:00:00Z")
const base = { order_id: "order_1", vendor_id: "ada", currency_code: "ngn", occurred_at }
const share = { ...base, gateway: "paystack", reference: "mkt-1", share_minor: 8_000n }

const part = (vendor_id: string, amount_minor: bigint) => ({
  vendor_id,
  amount_minor,
  commission_minor: 0n,
  commission_tax_minor: 0n,
  withholding_minor: 0n,
  platform_tax_minor: 0n,
  platform_discount_minor: 0n,
})

/** Ada gets 8,000 of 9,000 from the gateway, Bola gets nothing from it. */
const sale = buildSale({
  ...base,
  charged_minor: 11_000n,
  credit_minor: 0n,
  vendors: ["ada", "bola"].map((vendor_id) => ({
    vendor_id,
    total_minor: vendor_id === "ada" ? 10_000n : 1_000n,
    platform_discount_minor: 0n,
    commission_minor: vendor_id === "ada" ? 1_000n : 0n,
  })),
})

const refund = (refund_key: string, ada: bigint, bola = 0n) =>
  buildOrderRefund({
    ...base,
    gateway: "paystack",
    refund_key,
    amount_minor: ada + bola,
    unallocated_minor: 0n,
    vendors: [part("ada", ada), part("bola", bola)],
  })

moduleIntegrationTestRunner<LedgerModuleService>({
  moduleName: LEDGER_MODULE,
  resolve: "./src/modules/ledger",
  pathToMigrations: "./src/modules/ledger/migrations",
  testSuite: ({ service }) => {
    const balance = async (type: AccountType, owner = "ada") =>
      (await service.balances({ type, owner }))[0]?.balance_minor ?? 0n
    const standing = () =>
      Promise.all([balance("vendor_pending"), balance("vendor_split"), balance("vendor_receivable")])
    const hold = (amount_minor: bigint) =>
      service.hold({ ...base, payout_id: `pout_${amount_minor}`, amount_minor, fee_minor: 0n })

    beforeEach(() => service.post([sale, buildSplit(share)]))

    it("makes a receivable of what refunds take and is not held, of one entry and of many at once", async () => {
      await service.post([refund("ref_0", 500n, 1_200n)])
      expect(await standing()).toEqual([-500n, -8_000n, 0n])
      // A vendor that is paid the usual way is left as it was.
      expect(await balance("vendor_pending", "bola")).toBe(200n)

      await Promise.all(["1", "2", "3", "4"].map((key) => service.post([refund(`ref_${key}`, 1_000n)])))
      expect(await standing()).toEqual([0n, -8_000n, 3_500n])

      await service.post([refund("ref_1", 1_000n)])
      expect(await standing()).toEqual([0n, -8_000n, 3_500n])
      expect(await service.trialBalance()).toMatchObject([{ difference_minor: 0n }])
    })

    it("takes it back when the refund failed, and when the share was never paid", async () => {
      await service.post([refund("ref_1", 3_000n), refund("ref_2", 1_000n)])
      expect(await standing()).toEqual([0n, -8_000n, 3_000n])

      await service.post([buildReversal((await service.entryByKey("refund:ref_2"))!, occurred_at)])
      expect(await standing()).toEqual([0n, -8_000n, 2_000n])

      await service.post([buildSplitEnd({ ...share, paid_minor: 0n })])
      expect(await standing()).toEqual([-6_000n, 0n, 0n])
      await expect(service.post([buildSplitEnd({ ...share, paid_minor: 8_000n })])).rejects.toThrow(
        "other postings"
      )
    })

    it("takes off it what a lost case gives back of commission", async () => {
      await service.post([refund("ref_1", 3_000n)])
      expect(await standing()).toEqual([0n, -8_000n, 2_000n])
      // The rest costs less than the commission that is still frozen on it.
      const shares = [{ ...part("ada", 10n), commission_minor: 1_000n }]
      const lost = buildChargeback({
        ...base,
        dispute_id: "disp_1",
        gateway: "paystack",
        amount_minor: 10n,
        shares,
      })
      await service.post([lost])
      expect(await standing()).toEqual([0n, -8_000n, 1_010n])
    })

    it("takes what is owed before anything is paid out, once, whoever asks", async () => {
      await service.post([
        refund("ref_1", 3_000n),
        buildRelease({
          ...base,
          order_id: "order_2",
          vendor_order_id: "vord_2",
          number: 1,
          available_minor: 5_000n,
          reserved_minor: 0n,
        }),
      ])

      expect(await hold(4_000n)).toEqual({ is_held: false, available_minor: 3_000n })
      await service.post([refund("ref_2", 500n)])
      const taken = await Promise.all(
        [1, 2, 3].map(() => service.takeReceivable({ vendor_id: "ada", currency_code: "ngn" }))
      )
      expect(taken.filter(Boolean)).toHaveLength(1)
      expect(await balance("vendor_receivable")).toBe(0n)
      expect(await hold(2_501n)).toMatchObject({ is_held: false })
      expect(await hold(2_500n)).toMatchObject({ is_held: true })
    })

    it("has a deposit that covers what it owes, once for each reference and never twice the same money", async () => {
      const move = (how: DepositMove, amount_minor: bigint, reference: string) =>
        service.moveDeposit({ ...base, move: how, amount_minor, reference })
      // Of the 3,000 there are 1,000 that were held.
      await service.post([refund("ref_1", 3_000n)])
      await Promise.all([1, 2].map(() => move("received", 5_000n, "D-1")))
      expect(await balance("vendor_deposit")).toBe(-5_000n)

      const used = await Promise.all(
        ["D-2", "D-3", "D-4"].map((reference) => move("used", 1_600n, reference))
      )
      expect(used.map(({ outcome }) => outcome).toSorted()).toEqual(["moved", "refused", "refused"])
      expect([await balance("vendor_receivable"), await balance("vendor_available")]).toEqual([0n, 400n])
      expect(await move("used", 400n, "D-1")).toMatchObject({ outcome: "taken" })
      expect(await move("used", 400n, "D-5")).toMatchObject({ outcome: "moved", deposited_minor: 3_000n })
      expect(await move("used", 1n, "D-6")).toMatchObject({ outcome: "refused", owed_minor: 0n })

      const back = await Promise.all(["D-7", "D-8"].map((reference) => move("returned", 3_000n, reference)))
      expect(back.map(({ outcome }) => outcome).toSorted()).toEqual(["moved", "refused"])
      expect([await balance("vendor_deposit"), await balance("vendor_available")]).toEqual([0n, 0n])
      expect(await service.trialBalance()).toMatchObject([{ difference_minor: 0n }])
    })

    it("counts what a bank has taken from the opening of its case on, however late we hear of its end", async () => {
      const shares = [{ ...part("bola", 300n), pending_minor: 1_000n }]
      const at = (hour: string) => new Date(`2026-11-28T${hour}:00:00Z`)
      const of = { ...base, dispute_id: "disp_1" }
      const lost = { gateway: "paystack", shares, amount_minor: 300n, occurred_at: at("15") }
      await service.post([
        buildDisputeHold({ ...of, number: 1, shares, occurred_at: at("11") }),
        buildChargeback({ ...of, ...lost }),
        buildChargebackFee({ ...of, ...lost, fee_minor: 20n, party: "platform" }),
        // Of a case that held nothing nothing else is known.
        buildChargeback({ ...of, ...lost, dispute_id: "disp_2", shares: [] }),
      ])
      const taken = (before: Date) => service.takenBack({ gateway: "paystack", currency_code: "ngn", before })

      expect(await Promise.all(["10", "12", "16"].map((hour) => taken(at(hour))))).toEqual([0n, 320n, 620n])
    })

    it("is no part of what went back to buyers, when the gateway explains a settlement", async () => {
      await service.post([buildSplitEnd({ ...share, paid_minor: 8_000n }), refund("ref_1", 700n)])

      expect(await service.takenBack({ gateway: "paystack", currency_code: "ngn", before: new Date() })).toBe(
        700n
      )
    })
  },
})
