import type { MedusaContainer } from "@medusajs/framework/types"
import { GATEWAY_MODULE } from "../../modules/gateway"
import { bookingDue } from "../../modules/gateway/domain/refund"
import type GatewayModuleService from "../../modules/gateway/service"
import type { CauseCode, Finding } from "../../modules/reconciliation/domain/causes"
import { compareRefunds, finding, type HeldRefund } from "../../modules/reconciliation/domain/compare"
import { CHUNK, chunksOf, type Scope } from "./scope"

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const OPEN: Record<string, CauseCode> = {
  requested: "refund_unresolved",
  unknown: "refund_unresolved",
  needs_attention: "refund_needs_person",
}

/** Refunds of the days in question at both sides, and those of ours that have not come to an end. */
export async function findRefundDrift(container: MedusaContainer, scope: Scope): Promise<Finding[]> {
  const { gateway, at, since, now } = scope
  const gateways = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const listed = await at.refunds(new Date(since.getTime() - DAY_MS))
  const known = new Set<string>()
  for (const chunk of chunksOf(listed)) {
    const ids = chunk.map(({ gateway_refund_id }) => gateway_refund_id)
    const rows = await gateways.listGatewayRefunds(
      { gateway, gateway_refund_id: ids },
      { take: CHUNK, select: ["gateway_refund_id"] }
    )
    for (const { gateway_refund_id } of rows) {
      known.add(gateway_refund_id ?? "")
    }
  }
  // One whose answer was lost has no name here yet, and is no refund of somebody else's.
  const unnamed = await gateways.listGatewayRefunds(
    { gateway, gateway_refund_id: null, state: ["requested", "unknown"] },
    { take: 1, select: ["id"] }
  )
  const drift = compareRefunds(gateway, listed, { known, made: await made(container, scope) })

  return [
    ...drift.filter(({ cause }) => cause !== "refund_elsewhere" || !unnamed.length),
    ...(await findOpen(container, gateway, now)),
  ]
}

async function made(container: MedusaContainer, { gateway, since }: Scope): Promise<HeldRefund[]> {
  const rows = await container
    .resolve<GatewayModuleService>(GATEWAY_MODULE)
    .listGatewayRefunds(
      { gateway, state: ["pending", "processed"], posted_at: { $gte: since } },
      { take: 10_000, order: { id: "ASC" } }
    )

  return rows.flatMap(({ reference, gateway_refund_id, amount_minor, currency_code }) =>
    gateway_refund_id
      ? [{ reference, gateway_refund_id, amount_minor: BigInt(amount_minor), currency_code }]
      : []
  )
}

async function findOpen(container: MedusaContainer, gateway: string, now: Date): Promise<Finding[]> {
  const gateways = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const stuck = await gateways.listGatewayRefunds(
    { gateway, state: Object.keys(OPEN), posted_at: { $lte: new Date(now.getTime() - HOUR_MS) } },
    { take: CHUNK, order: { id: "ASC" } }
  )
  const unbooked = await Promise.all(
    (await gateways.listUnbookedRefunds(CHUNK)).map((reference) => gateways.listRefundsOf(reference))
  )

  return [
    ...stuck.map((row) => about(OPEN[row.state] ?? "refund_unresolved", gateway, row)),
    ...unbooked
      .flat()
      .filter((refund) => refund.gateway === gateway && bookingDue(refund))
      .map((refund) => about("refund_not_booked", gateway, refund)),
  ]
}

const about = (
  cause: CauseCode,
  gateway: string,
  refund: { reference: string; currency_code: string; amount_minor: string | bigint }
) =>
  finding(cause, {
    gateway,
    reference: refund.reference,
    currency_code: refund.currency_code,
    expected_minor: BigInt(refund.amount_minor),
  })
