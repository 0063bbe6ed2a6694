import type { MedusaContainer } from "@medusajs/framework/types"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { takeBackSale } from "../split/sale-books"

/** Takes an order's vendor orders back, and its sale in the books with what gateways were to pay of it. Safe to run again. */
export async function undoPartition(container: MedusaContainer, orderId: string): Promise<void> {
  await takeBackSale(container, orderId)
  await container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE).removePartitionOf(orderId)
}
