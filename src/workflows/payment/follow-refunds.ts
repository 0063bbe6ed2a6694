import type { MedusaContainer } from "@medusajs/framework/types"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import { postRefunds } from "./post-refunds"
import { followUpRefund } from "./retry-refunds"

/** Looks up where a transaction's refunds stand, posts those that the gateway has executed, and calls a person for what is left to one. */
export async function followRefunds(container: MedusaContainer, reference: string): Promise<string> {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  await gateway.resolveRefundsOf(reference)
  await postRefunds(container, reference)
  for (const refund of await gateway.listRefundsOf(reference)) {
    // What is tried again by itself is the job's.
    if (refund.state === "failed" && !refund.retry_at && !refund.follow_up && !refund.is_disowned) {
      await followUpRefund(container, refund)
    }
  }

  return "refunds_followed"
}
