import { join } from "node:path"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { Client } from "pg"
import { LEDGER_MODULE } from ".."
import { buildReceipt } from "../domain/receipt"
import { buildSale } from "../domain/sale"
import type LedgerModuleService from "../service"

const occurred_at = new Date("2026-11-24T10:00:00Z")
const CLEARING = "gateway_clearing:paystack:ngn"

const receipt = (reference: string, amount_minor = 10_000n) =>
  buildReceipt({
    gateway: "paystack",
    reference,
    amount_minor,
    fee_minor: 150n,
    currency_code: "ngn",
    occurred_at,
  })

const sale = (order_id: string, vendor_id: string) =>
  buildSale({
    order_id,
    currency_code: "ngn",
    charged_minor: 10_000n,
    credit_minor: 0n,
    occurred_at,
    vendors: [{ vendor_id, total_minor: 10_000n, platform_discount_minor: 0n, commission_minor: 800n }],
  })

moduleIntegrationTestRunner<LedgerModuleService>({
  moduleName: LEDGER_MODULE,
  resolve: "./src/modules/ledger",
  pathToMigrations: join(__dirname, "..", "migrations"),
  testSuite: ({ service, MikroOrmWrapper, dbConfig }) => {
    const sql = async <Row>(text: string): Promise<Row[]> => MikroOrmWrapper.forkManager().execute(text)

    /** What the books say when every posting is summed. */
    const summed = async () =>
      Object.fromEntries(
        (
          await sql<{ account_code: string; sum: string }>(
            "select account_code, sum(amount_minor)::text as sum from ledger_posting group by 1 order by 1"
          )
        ).map(({ account_code, sum }) => [account_code, BigInt(sum)])
      )
    const balances = async () =>
      Object.fromEntries((await service.balances()).map(({ code, balance_minor }) => [code, balance_minor]))
    const keptRows = () =>
      sql<{ account_code: string; balance_minor: string }>("select * from ledger_checkpoint order by 1")

    describe("a checkpoint", () => {
      it("changes no balance, and what is posted after it is added to it", async () => {
        await service.post([receipt("one"), sale("order_1", "vend_a"), sale("order_2", "vend_b")])
        const before = await balances()

        expect(await service.checkpoint({ min_postings: 1 })).toBe(Object.keys(before).length)

        expect(await balances()).toEqual(before)
        await service.post([receipt("two"), sale("order_3", "vend_a")])
        expect(await balances()).toEqual(await summed())
        expect(await balances()).not.toEqual(before)
        await service.checkpoint({ min_postings: 1 })
        await service.checkpoint({ min_postings: 0 })
        expect(await balances()).toEqual(await summed())
      })

      it("waits until enough is new", async () => {
        await service.post([receipt("one")])

        expect(await service.checkpoint({ min_postings: 4 })).toBe(0)
        expect(await keptRows()).toEqual([])
        expect(await service.checkpoint({ min_postings: 3 })).toBe(3)
        expect(await service.checkpoint({ min_postings: 1 })).toBe(0)
      })

      it("is read instead of the postings that it has counted", async () => {
        await service.post([receipt("one")])
        await service.checkpoint({ min_postings: 1 })
        await sql(`update ledger_checkpoint set balance_minor = 1 where account_code = '${CLEARING}'`)
        await service.post([receipt("two")])

        expect((await balances())[CLEARING]).toBe(1n + 9_850n)
      })

      it("is worked out again from nothing", async () => {
        await service.post([receipt("one"), sale("order_1", "vend_a")])
        await service.checkpoint({ min_postings: 1 })
        await sql("truncate ledger_checkpoint")

        expect(await balances()).toEqual(await summed())
        await service.checkpoint({ min_postings: 1 })
        expect(await balances()).toEqual(await summed())
      })

      it("loses nothing while many post, and several make one at once", async () => {
        let isPosting = true
        const posting = Promise.all(
          Array.from({ length: 6 }, async (_, writer) => {
            for (let round = 0; round < 15; round += 1) {
              await service.post([
                receipt(`${writer}-${round}`),
                sale(`order_${writer}_${round}`, `vend_${writer}`),
              ])
            }
          })
        ).finally(() => {
          isPosting = false
        })
        let made = 0
        const keeping = async () => {
          while (isPosting) {
            made += (await service.checkpoint({ min_postings: 1 })) > 0 ? 1 : 0
          }
        }
        await Promise.all([posting, keeping(), keeping()])

        expect(made).toBeGreaterThan(3)
        expect(await balances()).toEqual(await summed())
        await service.checkpoint({ min_postings: 0 })
        expect(await balances()).toEqual(await summed())
        expect((await balances())[CLEARING]).toBe(90n * 9_850n)
      })

      it("does not pass a transaction that has its numbers and is not over", async () => {
        await service.post([receipt("one")])
        const writer = new Client({ connectionString: dbConfig.clientUrl })
        await writer.connect()
        try {
          await writer.query("begin")
          await writer.query(
            `insert into ledger_entry (id, kind, idempotency_key, currency_code, occurred_at, reference)
             values ('lent_slow', 'receipt', 'slow', 'ngn', now(), '{}')`
          )
          await writer.query(
            `insert into ledger_posting (id, entry_id, account_code, currency_code, amount_minor)
             values ('lpos_1', 'lent_slow', '${CLEARING}', 'ngn', 5), ('lpos_2', 'lent_slow', 'unallocated:ngn', 'ngn', -5)`
          )

          await expect(service.checkpoint({ min_postings: 1 })).rejects.toThrow(/lock timeout/)
          expect(await keptRows()).toEqual([])
          // And whoever only reads does not wait.
          expect(await balances()).toEqual(await summed())
          const kept = service.checkpoint({ min_postings: 1 })
          await writer.query("commit")
          await kept
        } finally {
          await writer.end()
        }

        expect(await balances()).toEqual(await summed())
        expect((await balances())[CLEARING]).toBe(9_855n)
      })
    })
  },
})
