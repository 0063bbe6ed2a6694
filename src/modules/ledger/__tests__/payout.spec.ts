import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { LEDGER_MODULE } from ".."
import {
  buildPayoutFailed,
  buildPayoutFee,
  buildPayoutFeeReturned,
  buildPayoutPaid,
  buildPayoutReturned,
} from "../domain/payout"
import { buildRelease } from "../domain/release"
import { paidOutIn, statementsFrom } from "../domain/statement"
import type LedgerModuleService from "../service"

const occurred_at = new Date("2026-11-28T10:00:00Z")
const AT_PAYSTACK = { rail: "paystack", is_bank: false }

let next = 0

moduleIntegrationTestRunner<LedgerModuleService>({
  moduleName: LEDGER_MODULE,
  resolve: "./src/modules/ledger",
  pathToMigrations: "./src/modules/ledger/migrations",
  testSuite: ({ service }) => {
    const release = (vendor_id: string, available_minor: bigint, over = {}) => {
      next += 1
      return buildRelease({
        vendor_id,
        vendor_order_id: `vord_${next}`,
        order_id: `order_${next}`,
        number: 1,
        currency_code: "ngn",
        occurred_at,
        available_minor,
        reserved_minor: 0n,
        ...over,
      })
    }
    const payout = (vendor_id: string, amount_minor: bigint, over = {}) => {
      next += 1
      return {
        payout_id: `pout_${next}`,
        vendor_id,
        amount_minor,
        fee_minor: 0n,
        currency_code: "ngn",
        occurred_at,
        ...over,
      }
    }
    const available = (vendor_id: string) => service.availableOf({ vendor_id, currency_code: "ngn" })

    describe("hold", () => {
      it("gives the same money to one of many who want it at once", async () => {
        // The first round may find one connection alone, and so come one after the other.
        for (let round = 1; round <= 5; round += 1) {
          const vendor_id = `vend_${round}`
          await service.post([release(vendor_id, 1000n), release("vend_other", 1000n)])

          const results = await Promise.all(
            [1, 2, 3, 4, 5, 6].map(() => service.hold(payout(vendor_id, 700n)))
          )

          expect(results.filter(({ is_held }) => is_held)).toHaveLength(1)
          expect(await available(vendor_id)).toBe(300n)
        }
        expect(await available("vend_other")).toBe(5000n)
      })

      it("holds to the last unit and no further, in each currency for itself", async () => {
        await service.post([release("vend_a", 1000n), release("vend_a", 500n, { currency_code: "ghs" })])

        expect(await service.hold(payout("vend_a", 1001n))).toEqual({
          is_held: false,
          available_minor: 1000n,
        })
        expect(await service.hold(payout("vend_a", 501n, { currency_code: "ghs" }))).toMatchObject({
          is_held: false,
        })
        expect(await service.hold(payout("vend_a", 1000n))).toMatchObject({ is_held: true })
        expect(await service.hold(payout("vend_a", 1n))).toEqual({ is_held: false, available_minor: 0n })
        expect(await service.hold(payout("vend_nobody", 1n))).toEqual({ is_held: false, available_minor: 0n })
      })

      it("counts what a checkpoint keeps, and what came after it", async () => {
        await service.post([release("vend_a", 1000n)])
        await service.checkpoint({ min_postings: 1 })
        await service.post([release("vend_a", -400n)])

        expect(await service.hold(payout("vend_a", 601n))).toEqual({ is_held: false, available_minor: 600n })
        expect(await service.hold(payout("vend_a", 600n))).toMatchObject({ is_held: true })
      })

      it("does not make a sale wait", async () => {
        await service.post([release("vend_a", 1000n)])
        await Promise.all([
          ...[1, 2, 3].map(() => service.hold(payout("vend_a", 100n))),
          ...[1, 2, 3].map(() => service.post([release("vend_a", 50n)])),
        ])
        expect(await available("vend_a")).toBe(850n)
      })
    })

    it("knows what is held of an order, and what was ever paid and kept", async () => {
      const entry = release("vend_a", 1000n)
      await service.post([entry])
      const of = { vendor_id: "vend_a", currency_code: "ngn", order_id: entry.reference.order_id ?? "" }
      expect(await service.pendingOfOrder(of)).toBe(-1000n)
      expect(await service.pendingOfOrder({ ...of, vendor_id: "vend_b" })).toBe(0n)

      const [kept, failed, returned] = [
        payout("vend_a", 100n),
        payout("vend_a", 200n),
        payout("vend_a", 300n),
      ]
      for (const one of [kept, failed, returned]) {
        await service.hold(one)
      }
      expect(await service.paidOutOf("vend_a")).toEqual([{ currency_code: "ngn", paid_out_minor: 0n }])
      await service.post([
        buildPayoutPaid(kept, AT_PAYSTACK),
        buildPayoutFailed(failed),
        buildPayoutPaid(returned, AT_PAYSTACK),
      ])
      expect(await service.paidOutOf("vend_a")).toEqual([{ currency_code: "ngn", paid_out_minor: 400n }])
      await service.post([buildPayoutReturned(returned, AT_PAYSTACK)])
      expect(await service.paidOutOf("vend_a")).toEqual([{ currency_code: "ngn", paid_out_minor: 100n }])
      expect(await available("vend_a")).toBe(900n)
    })

    it("counts as paid what was sent, and gives the fee back with what came back", async () => {
      await service.post([release("vend_a", 1000n)])
      const [kept, returned] = [
        payout("vend_a", 100n, { fee_minor: 10n }),
        payout("vend_a", 300n, { fee_minor: 30n }),
      ]
      for (const one of [kept, returned]) {
        await service.hold(one)
        await service.post([buildPayoutPaid(one, AT_PAYSTACK), ...buildPayoutFee(one)])
      }
      expect(await service.paidOutOf("vend_a")).toEqual([{ currency_code: "ngn", paid_out_minor: 360n }])
      const back = [buildPayoutReturned(returned, AT_PAYSTACK), ...buildPayoutFeeReturned(returned)]
      await service.post(back)
      await service.post(back)

      expect(await service.paidOutOf("vend_a")).toEqual([{ currency_code: "ngn", paid_out_minor: 90n }])
      expect(await available("vend_a")).toBe(900n)
      expect(await service.balances({ type: "payout_fees" })).toMatchObject([{ balance_minor: -10n }])
      const period = new Date().toISOString().slice(0, 7)
      const [statement] = statementsFrom(await service.movementsOfVendor("vend_a"))
      expect(statement).toMatchObject({ period })
      expect(paidOutIn(statement!.movements)).toBe(90n)
      expect(statement!.closing.get("vendor_available")).toBe(900n)
    })

    it("pages through those who have something, and passes debts over", async () => {
      await service.post([
        ...["vend_a", "vend_b", "vend_c", "vend_d"].map((id) => release(id, 10n)),
        release("vend_e", -10n),
      ])
      const seen: string[] = []
      let after: string | null = ""
      while (after !== null) {
        const page = await service.pageOfAvailable({ after, take: 2 })
        seen.push(...page.balances.map(({ vendor_id }) => vendor_id))
        after = page.last
      }
      expect(seen).toEqual(["vend_a", "vend_b", "vend_c", "vend_d"])
    })
  },
})
