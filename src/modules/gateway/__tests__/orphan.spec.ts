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

moduleIntegrationTestRunner<GatewayModuleService>({
  moduleName: GATEWAY_MODULE,
  resolve: "./src/modules/gateway",
  pathToMigrations: "./src/modules/gateway/migrations",
  testSuite: ({ service }) => {
    it("takes on money of nobody's once, backs no session with it, and has it settled", async () => {
      await Promise.all([service.takeOrphan(ORPHAN), service.takeOrphan(ORPHAN)])

      const taken = await service.findTransaction(ORPHAN.reference)
      expect(taken).toMatchObject({ gateway: "bank", amount_minor: 1250n, state: "open" })
      expect(taken?.superseded_at).toBeInstanceOf(Date)
      expect(await service.findTransactionOfSession(taken!.session_id)).toBeNull()
      expect(await service.listUnsettled(new Date(Date.now() + 1000), 10)).toEqual([ORPHAN.reference])
    })
  },
})
