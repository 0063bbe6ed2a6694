import type { MedusaContainer } from "@medusajs/framework/types"
import { GATEWAY_MODULE } from "../../modules/gateway"
import { refundableMinor } from "../../modules/gateway/domain/refund"
import type GatewayModuleService from "../../modules/gateway/service"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { targetOfRefund } from "../vendor-order/target-of-refund"

type Refund = { order_id: string; refund_id: string; amount_minor: bigint }

/**
 * The gateway's payment that a refund goes back on: that of the part that it is for, if the part was prepaid by a link. One that
 * falls on all parts goes back on the first such payment that covers it. Null for what people send.
 */
export async function prepaidPaymentOf(
  container: MedusaContainer,
  { order_id, refund_id, amount_minor }: Refund
): Promise<string | null> {
  const collections = await container
    .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
    .collectionsOf(order_id)
  const prepaid = collections.flatMap(({ vendor_order_id, prepaid_reference: reference }) =>
    reference ? [{ vendor_order_id, reference }] : []
  )
  if (!prepaid.length) {
    return null
  }
  const target = await targetOfRefund(container, { key: refund_id, amount_minor }, order_id)
  if (target) {
    return prepaid.find((one) => one.vendor_order_id === target.vendor_order_id)?.reference ?? null
  }
  for (const { reference } of prepaid) {
    if ((await leftOf(container, reference)) >= amount_minor) {
      return reference
    }
  }

  return null
}

async function leftOf(container: MedusaContainer, reference: string): Promise<bigint> {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const paid = (await gateway.findTransaction(reference))?.paid_minor ?? 0n

  return refundableMinor(paid, await gateway.listRefundsOf(reference))
}
