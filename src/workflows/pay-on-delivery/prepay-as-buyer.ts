import type { MedusaContainer } from "@medusajs/framework/types"
import { findVendorOrder } from "../vendor-order/cancel-for-others"
import { prepayVendorOrderWorkflow } from "./workflows/prepay-vendor-order"

/** The page on which the buyer pays one shop's part before it comes. @throws not found, not allowed, invalid data */
export async function prepayAsBuyer(
  container: MedusaContainer,
  { order_id, vendor_order_id, provider_id }: Record<"order_id" | "vendor_order_id" | "provider_id", string>
) {
  const { vendor_id } = await findVendorOrder(container, { id: vendor_order_id, order_id })
  const { result } = await prepayVendorOrderWorkflow(container).run({
    input: { order_id, vendor_order_id, vendor_id, provider_id },
  })

  return result
}
