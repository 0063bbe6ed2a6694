import type { MedusaContainer } from "@medusajs/framework/types"
import { partsOfReference } from "../../lib/further-payment"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import type { Finding } from "../../modules/reconciliation/domain/causes"
import { finding } from "../../modules/reconciliation/domain/compare"
import { SETTLEMENT_MODULE } from "../../modules/settlement"
import type SettlementModuleService from "../../modules/settlement/service"
import { findOpenShares } from "./find-shares"
import { CHUNK, type Scope } from "./scope"

const DAY_MS = 86_400_000
/** A week's schedule, and the days that banks take. */
const SETTLED_WITHIN_DAYS = 10
const LOOK_BACK_DAYS = 45

/** Settlements that do not add up, payments in them that are not as agreed, and payments that are in none. */
export async function findSettlementDrift(container: MedusaContainer, scope: Scope): Promise<Finding[]> {
  const { gateway, since } = scope
  const settlements = container.resolve<SettlementModuleService>(SETTLEMENT_MODULE)
  const ofGateway = <Row extends { gateway: string }>(rows: Row[]) =>
    rows.filter((row) => row.gateway === gateway)
  const odd = ofGateway(await settlements.oddSettlements(since, 10_000))
  const items = ofGateway(await settlements.oddItems(since, 10_000))

  return [
    ...odd.map((row) =>
      finding(row.is_booked ? "settlement_unexplained" : "settlement_not_booked", {
        gateway,
        reference: row.gateway_settlement_id,
        currency_code: row.currency_code,
        expected_minor: row.net_minor + row.unexplained_minor,
        found_minor: row.net_minor,
      })
    ),
    ...items.map((row) =>
      finding(row.state === "unknown" ? "settled_unknown" : "settled_differs", {
        gateway,
        reference: row.reference,
        currency_code: row.currency_code,
        expected_minor: row.expected_minor,
        found_minor: row.net_minor,
      })
    ),
    ...(await findMissing(container, scope)),
    ...(await findOpenShares(container, scope)),
  ]
}

async function findMissing(container: MedusaContainer, { gateway, now }: Scope): Promise<Finding[]> {
  const settlements = container.resolve<SettlementModuleService>(SETTLEMENT_MODULE)
  const [any] = await settlements.listGatewaySettlements({ gateway, is_final: true }, { take: 1 })
  // In test mode there are none.
  if (!any) {
    return []
  }
  const period = {
    $gte: new Date(now.getTime() - LOOK_BACK_DAYS * DAY_MS),
    $lt: new Date(now.getTime() - SETTLED_WITHIN_DAYS * DAY_MS),
  }
  const found: Finding[] = []
  for (let skip = 0; ; skip += CHUNK) {
    const rows = await container
      .resolve<GatewayModuleService>(GATEWAY_MODULE)
      .listGatewayTransactions({ gateway, paid_at: period }, { take: CHUNK, skip, order: { id: "ASC" } })
    // A settlement names a payment besides as the one that it came with.
    const items = await settlements.itemsOf(rows.map(({ reference }) => partsOfReference(reference).own))
    const settled = new Set(items.map(({ gateway_id }) => gateway_id))
    found.push(
      ...rows
        .filter(({ gateway_id }) => gateway_id && !settled.has(gateway_id))
        .map((row) =>
          finding("settlement_missing", {
            gateway,
            reference: row.reference,
            currency_code: row.paid_currency_code ?? row.currency_code,
            expected_minor: BigInt(row.paid_minor ?? 0) - BigInt(row.fee_minor ?? 0),
          })
        )
    )
    if (rows.length < CHUNK) {
      return found
    }
  }
}
