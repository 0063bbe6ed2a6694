import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { assignProductsToVendorWorkflow } from "../vendor/workflows/assign-products-to-vendor"
import { ensureHouseVendorWorkflow } from "../vendor/workflows/ensure-house-vendor"

/** A new product belongs to the vendor that `additional_data` names, or to the house: never to nobody. */
createProductsWorkflow.hooks.productsCreated(async ({ products, additional_data }, { container }) => {
  const named = additional_data?.vendor_id
  const vendorId =
    typeof named === "string"
      ? named
      : (await ensureHouseVendorWorkflow(container).run({ input: {} })).result.id
  await assignProductsToVendorWorkflow(container).run({
    input: { vendor_id: vendorId, product_ids: products.map((product) => product.id) },
  })

  // Nothing to take back: core's own compensation deletes the products, and their links with them.
  return new StepResponse(null)
})
