import type { ExecArgs } from "@medusajs/framework/types"
import { updateRegionsWorkflow } from "@medusajs/medusa/core-flows"
import loadCatalogue from "../../scripts/lib/catalogue/load"
import { ensureKey, ensureStore } from "../../scripts/lib/market/store"
import { ensureHouseVendorWorkflow } from "../../src/workflows/vendor/workflows/ensure-house-vendor"

/** Run through `medusa exec` on Merkato's databases: the store, then the shops and products of the file. */
export default async function seed({ container, args }: ExecArgs): Promise<void> {
  const { sales_channel_id, region_id } = await ensureStore(container)
  await updateRegionsWorkflow(container).run({
    input: {
      selector: { id: region_id },
      update: { payment_providers: ["pp_system_default", "pp_paystack_paystack"] },
    },
  })
  await ensureHouseVendorWorkflow(container).run({ input: {} })
  await ensureKey(container, sales_channel_id)
  await loadCatalogue({ container, args })
}
