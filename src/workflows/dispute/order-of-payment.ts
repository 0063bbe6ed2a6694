import type { MedusaContainer } from "@medusajs/framework/types"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import { orderPaidBy } from "../payment/post-refunds"

export type PaidOrder = { order_id: string | null; paid_minor: bigint; currency_code: string }

/** The order that a payment of a gateway was made for, and how much it paid; null for a payment that is not ours. */
export async function orderOfPayment(
  container: MedusaContainer,
  reference: string
): Promise<PaidOrder | null> {
  const transaction = await container.resolve<GatewayModuleService>(GATEWAY_MODULE).findTransaction(reference)
  if (!transaction || transaction.paid_minor === null) {
    return null
  }

  return {
    order_id: await orderPaidBy(container, transaction.session_id),
    paid_minor: transaction.paid_minor,
    currency_code: transaction.paid_currency_code ?? transaction.currency_code,
  }
}
