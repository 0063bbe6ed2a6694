import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import { prepaidVendorOrder } from "../../modules/vendor-order/domain/prepayment"
import type VendorOrderModuleService from "../../modules/vendor-order/service"

type Paid = { session_id: string; reference: string }

/** The order that a transaction has paid, or a vendor order of it; null while there is none. */
export async function orderPaidBy(container: MedusaContainer, paid: Paid): Promise<string | null> {
  const vendorOrderId = prepaidVendorOrder(paid.session_id)
  if (!vendorOrderId) {
    return orderOfSession(container, paid.session_id)
  }
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const [row] = await service.listVendorOrders({ id: vendorOrderId }, { take: 1, select: ["id", "order_id"] })
  const collections = row ? await service.collectionsOf(row.order_id) : []
  const isPrepaid = collections.some(({ prepaid_reference }) => prepaid_reference === paid.reference)

  return row && isPrepaid ? row.order_id : null
}

/** The order that a payment session has paid; null while there is none. */
export async function orderOfSession(container: MedusaContainer, sessionId: string): Promise<string | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: sessions } = await query.graph({
    entity: "payment_session",
    fields: ["payment_collection_id"],
    filters: { id: sessionId },
    withDeleted: true,
  })
  const collectionId = sessions[0]?.payment_collection_id
  if (!collectionId) {
    return null
  }
  const { data } = await query.graph({
    entity: "order_payment_collection",
    fields: ["order_id"],
    filters: { payment_collection_id: collectionId },
  })

  return data[0]?.order_id ?? null
}
