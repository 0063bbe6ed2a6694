import type { MedusaContainer } from "@medusajs/framework/types"
import { sumMinor } from "../../lib/money"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import { isPaidUp } from "../../modules/vendor-order/domain/pay-on-delivery"
import { prepaidVendorOrder } from "../../modules/vendor-order/domain/prepayment"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { orderPaidBy } from "../payment/order-paid-by"

export type PaidOrder = {
  order_id: string | null
  /** The one part that was paid, of an order whose parts are paid by themselves. */
  vendor_order_id?: string
  /** What was paid for the order in all. */
  paid_minor: bigint
  currency_code: string
}

/** The order that a payment of a gateway was made for, and how much was paid; null for a payment that is not ours. */
export async function orderOfPayment(
  container: MedusaContainer,
  reference: string
): Promise<PaidOrder | null> {
  const transaction = await container.resolve<GatewayModuleService>(GATEWAY_MODULE).findTransaction(reference)
  if (!transaction || transaction.paid_minor === null) {
    return null
  }
  const order_id = await orderPaidBy(container, transaction)
  const vendor_order_id = prepaidVendorOrder(transaction.session_id) ?? undefined

  return {
    order_id,
    vendor_order_id,
    paid_minor: order_id && vendor_order_id ? await paidInParts(container, order_id) : transaction.paid_minor,
    currency_code: transaction.paid_currency_code ?? transaction.currency_code,
  }
}

async function paidInParts(container: MedusaContainer, orderId: string): Promise<bigint> {
  const collections = await container
    .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
    .collectionsOf(orderId)

  return sumMinor(
    collections.filter((collection) => isPaidUp(collection)).map(({ amount_minor }) => amount_minor)
  )
}
