import type { MedusaContainer } from "@medusajs/framework/types"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import type { Area, Finding } from "../../modules/reconciliation/domain/causes"
import { findBalanceDrift, findBookDrift } from "./find-balances"
import { findPaymentDrift } from "./find-payments"
import { findRefundDrift } from "./find-refunds"
import { findSettlementDrift } from "./find-settlements"
import { findTransferDrift } from "./find-transfers"
import { findUncollected } from "./find-uncollected"
import type { Scope } from "./scope"

export type Drift = { findings: Finding[]; left_out: Partial<Record<Area, string[]>> }

const OF_GATEWAYS: [Area, (container: MedusaContainer, scope: Scope) => Promise<Finding[]>][] = [
  ["payments", findPaymentDrift],
  ["refunds", findRefundDrift],
  ["settlements", findSettlementDrift],
  ["balances", findBalanceDrift],
]

/** Compares everything that can be compared; what cannot be is said, and keeps nothing else from it. */
export async function findDrift(
  container: MedusaContainer,
  period: { since: Date; now: Date }
): Promise<Drift> {
  const drift: Drift = { findings: [], left_out: {} }
  const look = async (area: Area, who: string, find: () => Promise<Finding[]>) => {
    try {
      drift.findings.push(...(await find()))
    } catch (error) {
      const why = `${who}: ${error instanceof Error ? error.message : String(error)}`
      drift.left_out[area] = [...(drift.left_out[area] ?? []), why]
    }
  }
  const gateways = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  for (const gateway of gateways.gatewaysWithSettlements()) {
    const scope = { gateway, at: gateways.settlementsAt(gateway), ...period }
    for (const [area, find] of OF_GATEWAYS) {
      // Without its top-ups nobody can say what a balance should be.
      if (area !== "balances" || scope.at.topUps) {
        await look(area, gateway, () => find(container, scope))
      }
    }
  }
  await look("transfers", "payouts", () => findTransferDrift(container, period.now))
  await look("payments", "orders", () => findUncollected(container, period.now))
  await look("books", "ledger", () => findBookDrift(container))

  return drift
}
