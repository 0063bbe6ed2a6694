import type { MedusaContainer } from "@medusajs/framework/types"
import type { RefundAttempt } from "../../lib/gateway"
import { GATEWAY_MODULE } from "../../modules/gateway"
import { byHandKey } from "../../modules/gateway/domain/by-hand"
import type GatewayModuleService from "../../modules/gateway/service"

/** The id of Medusa's refund that an attempt serves, given every attempt on its payment. */
export function servedRefund(attempt: RefundAttempt, all: RefundAttempt[]): string {
  const first = all.find(({ id }) => id === attempt.root_id) ?? attempt

  return first.adopted_by_key ?? first.key
}

/** Whether people were asked to send the money of a refund in the place of its gateway. */
export async function isWithPeople(container: MedusaContainer, failed: RefundAttempt): Promise<boolean> {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const served = servedRefund(failed, await gateway.listRefundsOf(failed.reference))

  return (await gateway.refundsFor([byHandKey(served)])).length > 0
}
