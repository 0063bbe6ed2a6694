import type { MedusaContainer } from "@medusajs/framework/types"
import type { RefundAttempt } from "../../lib/gateway"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import { notifyStaff } from "../notify-staff"
import { amountOf } from "./refund-attempts"

/** Tells staff, once for each, of refunds that the gateway leaves to people: the buyer waits until somebody acts. */
export async function tellOfStuckRefunds(
  container: MedusaContainer,
  refunds: RefundAttempt[]
): Promise<void> {
  for (const refund of refunds.filter(({ state }) => state === "needs_attention")) {
    const isByHand = container.resolve<GatewayModuleService>(GATEWAY_MODULE).isRefundedByHand(refund.gateway)
    const what = isByHand ? "have to be sent back by hand" : "wait for a bank account of the buyer's"
    await notifyStaff(container, {
      key: `refund-needs-person:${refund.key}`,
      title: "A refund waits for a person",
      description: `${amountOf(refund)} of payment ${refund.reference} ${what} (${refund.gateway}, refund ${refund.id}).`,
    })
  }
}
