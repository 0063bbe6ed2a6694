import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { GATEWAY_MODULE } from ".."
import type GatewayModuleService from "../service"

const ORPHAN = {
  id: "btr_1",
  gateway: "bank",
  reference: "unmatched-btr_1",
  amount_minor: 1250n,
  currency_code: "ngn",
}

const ACCOUNT = { bank_name: "First Bank", account_name: "Merkato Ltd", account_number: "0000014579" }
const BANK = { accounts: { ngn: ACCOUNT }, page_url: "https://shop.example" }

moduleIntegrationTestRunner<GatewayModuleService>({
  moduleName: GATEWAY_MODULE,
  resolve: "./src/modules/gateway",
  pathToMigrations: "./src/modules/gateway/migrations",
  moduleOptions: {
    providers: [
      { resolve: "./src/providers/gateway-bank", id: "bank", options: BANK },
      { resolve: "./src/providers/gateway-cash", id: "cash" },
    ],
  },
  testSuite: ({ service }) => {
    it("takes on money of nobody's once, backs no session with it, and has it settled", async () => {
      await Promise.all([service.takeOrphan(ORPHAN), service.takeOrphan(ORPHAN)])

      const taken = await service.findTransaction(ORPHAN.reference)
      expect(taken).toMatchObject({ gateway: "bank", amount_minor: 1250n, state: "open" })
      expect(taken?.superseded_at).toBeInstanceOf(Date)
      expect(await service.findTransactionOfSession(taken!.session_id)).toBeNull()
      expect(await service.takeUnsettled(new Date(Date.now() + 1000), 10)).toEqual([ORPHAN.reference])
    })

    it("makes what was paid at the door refundable, ever more of it, and asks nobody about it", async () => {
      const cash = { session_id: "payses_1", email: "ada@example.com", currency_code: "ngn" }
      const keep = (paid_minor: bigint) => service.keepCash({ ...cash, paid_minor })
      const references = await Promise.all([keep(300n), keep(500n), keep(400n)])

      expect(new Set(references).size).toBe(1)
      const paid = () => service.findTransaction(references[0]!)
      expect(await paid()).toMatchObject({ gateway: "cash", state: "paid", paid_minor: 500n, fee_minor: 0n })
      await keep(200n)
      expect((await paid())?.paid_minor).toBe(500n)
      expect(await service.findTransactionOfSession("payses_1")).toMatchObject({ reference: references[0] })
      expect(await service.takeUnsettled(new Date(Date.now() + 1000), 10)).toEqual([])
    })
  },
})
