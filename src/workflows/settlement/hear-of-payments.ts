import type { MedusaContainer } from "@medusajs/framework/types"
import type { SettledTransaction } from "../../lib/gateway-settlement"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import { settleTransactionWorkflow } from "../payment/workflows/settle-transaction"

const CHUNK = 500

/**
 * Asks about the payments of a settlement that we have opened and not heard of since, as when their events are late. They are
 * ours, and would look like somebody else's: a settlement is compared with our own records once.
 */
export async function hearOfPayments(
  container: MedusaContainer,
  gateway: string,
  covered: SettledTransaction[]
): Promise<void> {
  for (let start = 0; start < covered.length; start += CHUNK) {
    const chunk = covered.slice(start, start + CHUNK)
    const heard = await held(container, { gateway, gateway_id: chunk.map(({ gateway_id }) => gateway_id) })
    const names = new Set(heard.map(({ gateway_id }) => gateway_id))
    const unheard = chunk.filter(({ gateway_id }) => !names.has(gateway_id))
    const own = await held(container, { gateway, reference: unheard.map(({ reference }) => reference) })
    for (const { reference } of own) {
      await settleTransactionWorkflow(container).run({ input: { reference } })
      await hearOfFurther(container, gateway, reference)
    }
  }
}

/** What was paid besides under a reference has rows of its own, which are known once the gateway was asked about it. */
async function hearOfFurther(container: MedusaContainer, gateway: string, reference: string): Promise<void> {
  const further = { gateway, reference: { $like: `${reference}.%` }, paid_minor: null }
  for (const row of await held(container, further)) {
    await settleTransactionWorkflow(container).run({ input: { reference: row.reference } })
  }
}

const held = (container: MedusaContainer, filters: Record<string, unknown>) =>
  container
    .resolve<GatewayModuleService>(GATEWAY_MODULE)
    .listGatewayTransactions(filters, { take: CHUNK, select: ["reference", "gateway_id"] })
