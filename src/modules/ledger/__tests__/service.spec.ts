import { join } from "node:path"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { Client } from "pg"
import { AFTER_RELEASE_KINDS } from "../../../lib/ledger-names"
import { LEDGER_MODULE } from ".."
import { buildReceipt } from "../domain/receipt"
import { buildReversal } from "../domain/reversal"
import { buildSale } from "../domain/sale"
import type LedgerModuleService from "../service"
import { describeWithoutVendor } from "./without-vendor"

const occurred_at = new Date("2026-11-24T10:00:00Z")

const receipt = (reference: string, amount_minor = 214893n) =>
  buildReceipt({
    gateway: "paystack",
    reference,
    amount_minor,
    fee_minor: 13223n,
    currency_code: "ngn",
    occurred_at,
  })

const sale = (order_id: string) =>
  buildSale({
    order_id,
    currency_code: "ngn",
    charged_minor: 214893n,
    credit_minor: 0n,
    occurred_at,
    vendors: [
      { vendor_id: "vend_a", total_minor: 114893n, platform_discount_minor: 5000n, commission_minor: 10000n },
      { vendor_id: "vend_b", total_minor: 100000n, platform_discount_minor: 0n, commission_minor: 8000n },
    ],
  })

moduleIntegrationTestRunner<LedgerModuleService>({
  moduleName: LEDGER_MODULE,
  resolve: "./src/modules/ledger",
  // The migration, not the models, carries the triggers.
  pathToMigrations: join(__dirname, "..", "migrations"),
  testSuite: ({ service, MikroOrmWrapper }) => {
    /** Raw SQL on the connection of the application, as its own role, in one transaction. */
    const sql = (...statements: string[]) =>
      MikroOrmWrapper.forkManager().transactional(
        async (manager: { execute: (text: string) => Promise<unknown> }) => {
          for (const statement of statements) {
            await manager.execute(statement)
          }
        }
      )

    const entryRow = (id: string) =>
      `insert into ledger_entry (id, kind, idempotency_key, currency_code, occurred_at, reference)
       values ('${id}', 'sale', '${id}', 'ngn', now(), '{}')`
    const postingRow = (id: string, entry: string, account: string, amount: string, currency = "ngn") =>
      `insert into ledger_posting (id, entry_id, account_code, currency_code, amount_minor)
       values ('${id}', '${entry}', '${account}', '${currency}', ${amount})`

    const UNALLOCATED = "unallocated:ngn"
    const CLEARING = "gateway_clearing:paystack:ngn"

    beforeEach(() => service.post([receipt("ref_1")]))

    describeWithoutVendor(service)

    it("finds what changed orders after their release by an index, not by reading every entry", async () => {
      const kinds = AFTER_RELEASE_KINDS.map((kind) => `'${kind}'`).join(", ")
      const plan = await MikroOrmWrapper.forkManager().transactional(
        async (manager: { execute: (text: string) => Promise<unknown> }) => {
          // So few rows are read whole at any rate, unless that is forbidden; without a fitting index it is done still.
          await manager.execute("set local enable_seqscan = off")
          return manager.execute(
            `explain select reference ->> 'order_id' from ledger_entry where kind in (${kinds})`
          )
        }
      )
      expect(JSON.stringify(plan)).toContain("IDX_ledger_entry_after_release")
    })

    describe("post", () => {
      it("posts a movement once, whoever posts it again or at the same time", async () => {
        const results = await Promise.all(
          [1, 2, 3, 4].map(() => service.post([receipt("ref_2"), sale("order_1")]))
        )

        expect(results.flat().filter((result) => result.posted)).toHaveLength(2)
        expect(await service.listLedgerEntries({ idempotency_key: "sale:order_1" })).toHaveLength(1)
        const [trial] = await service.trialBalance()
        expect(trial).toMatchObject({ currency_code: "ngn", difference_minor: 0n })
      })

      it("refuses another movement under a known key and posts nothing of the batch", async () => {
        await expect(service.post([sale("order_2"), receipt("ref_1", 1n + 214893n)])).rejects.toThrow(
          "other postings"
        )
        expect(await service.entryByKey("sale:order_2")).toBeNull()
      })

      it("needs the same number of statements for 2 and for 40 vendors", async () => {
        const manySale = (vendors: number) =>
          buildSale({
            order_id: `order_many_${vendors}`,
            currency_code: "ngn",
            charged_minor: BigInt(vendors) * 1000n,
            credit_minor: 0n,
            occurred_at,
            vendors: Array.from({ length: vendors }, (_, index) => ({
              vendor_id: `vend_${index}`,
              total_minor: 1000n,
              platform_discount_minor: 0n,
              commission_minor: 100n,
            })),
          })
        const query = jest.spyOn(Client.prototype, "query")
        try {
          await service.post([manySale(2)])
          const few = query.mock.calls.length
          await service.post([manySale(40)])

          // BEGIN, one statement for entries, accounts and postings, COMMIT.
          expect([few, query.mock.calls.length - few]).toEqual([3, 3])
        } finally {
          query.mockRestore()
        }
      })

      it("writes nothing for a movement of nothing", async () => {
        const free = { ...sale("order_free"), postings: [] }

        expect(await service.post([free])).toEqual([])
        expect(await service.entryByKey("sale:order_free")).toBeNull()
      })
    })

    describe("reversal", () => {
      it("undoes an entry exactly, once", async () => {
        await service.post([sale("order_3")])
        const posted = await service.entryByKey("sale:order_3")
        await service.post([buildReversal(posted!, occurred_at)])
        const again = await service.post([buildReversal(posted!, new Date())])

        expect(again).toEqual([{ idempotency_key: "reversal:sale:order_3", posted: false }])
        const balances = await service.balances({ type: "vendor_pending" })
        expect(balances.map((balance) => balance.balance_minor)).toEqual([0n, 0n])
      })
    })

    describe("the database itself refuses, as the role the application runs as,", () => {
      it.each([
        ["UPDATE of a posting", "update ledger_posting set amount_minor = amount_minor * 2"],
        ["UPDATE of an entry", "update ledger_entry set kind = 'sale'"],
        ["UPDATE of an account", "update ledger_account set owner = 'vend_x'"],
        ["soft deletion", "update ledger_entry set deleted_at = now()"],
        ["DELETE of a posting", "delete from ledger_posting"],
        ["DELETE of an entry", "delete from ledger_entry"],
        ["DELETE of an account", "delete from ledger_account"],
        ["TRUNCATE", "truncate ledger_posting"],
        ["TRUNCATE ... CASCADE", "truncate ledger_entry cascade"],
        ["TRUNCATE of accounts", "truncate ledger_account cascade"],
      ])("%s", async (_, statement) => {
        await expect(sql(statement)).rejects.toThrow("append-only")
        expect((await service.entryByKey("receipt:paystack:ref_1"))?.postings).toHaveLength(3)
      })

      it("an entry that does not sum to zero", async () => {
        await expect(
          sql(
            entryRow("e1"),
            postingRow("p1", "e1", UNALLOCATED, "100"),
            postingRow("p2", "e1", CLEARING, "-99")
          )
        ).rejects.toThrow("does not balance")
      })

      it("an entry without postings", async () => {
        await expect(sql(entryRow("e2"))).rejects.toThrow("does not balance")
      })

      it("an entry whose check was forced early and that was unbalanced afterwards", async () => {
        await expect(
          sql(
            entryRow("e3"),
            postingRow("p3", "e3", UNALLOCATED, "100"),
            postingRow("p4", "e3", CLEARING, "-100"),
            "set constraints all immediate",
            "set constraints all deferred",
            postingRow("p5", "e3", CLEARING, "-1")
          )
        ).rejects.toThrow("does not balance")
      })

      it("postings added to an entry of an earlier transaction, even a balanced pair", async () => {
        const posted = await service.entryByKey("receipt:paystack:ref_1")
        await expect(
          sql(
            postingRow("p6", posted!.id, UNALLOCATED, "100"),
            postingRow("p7", posted!.id, CLEARING, "-100")
          )
        ).rejects.toThrow("is closed")
      })

      it("a posting in another currency than its entry or its account", async () => {
        await expect(sql(entryRow("e4"), postingRow("p8", "e4", UNALLOCATED, "100", "ghs"))).rejects.toThrow(
          "foreign key"
        )
      })

      it("a fraction of a minor unit, and nothing at all", async () => {
        await expect(sql(entryRow("e5"), postingRow("p9", "e5", UNALLOCATED, "0.5"))).rejects.toThrow("check")
        await expect(sql(entryRow("e6"), postingRow("p10", "e6", UNALLOCATED, "0"))).rejects.toThrow("check")
      })
    })
  },
})
