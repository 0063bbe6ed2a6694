import type { MedusaContainer } from "@medusajs/framework/types"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import { postRefunds } from "./post-refunds"

/** Looks up where a transaction's refunds stand and posts those that the gateway has executed. */
export async function followRefunds(container: MedusaContainer, reference: string): Promise<string> {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  await gateway.resolveRefundsOf(reference)
  await postRefunds(container, reference)

  return "refunds_followed"
}
