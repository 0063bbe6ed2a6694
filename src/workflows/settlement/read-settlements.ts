import type { MedusaContainer } from "@medusajs/framework/types"
import type { GatewaySettlement, GatewaySettlements, SettledTransaction } from "../../lib/gateway-settlement"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import { SETTLEMENT_MODULE } from "../../modules/settlement"
import { type MatchedItem, matchItem } from "../../modules/settlement/domain/explain"
import type SettlementModuleService from "../../modules/settlement/service"
import { settlementBooks } from "./books"
import { hearOfPayments } from "./hear-of-payments"

const DAY_MS = 86_400_000
/** A settlement that is not final this long after it was made is a matter for people. */
const LOOK_BACK_DAYS = 45
/** Rows of a list may appear late, and clocks differ. */
const OVERLAP_DAYS = 2
const CHUNK = 500

export type SettlementsRead = { settlements: number; top_ups: number; failures: string[] }

/** Reads what gateways paid out, what was put on their balances and what they hold, and books what is new. */
export async function readSettlements(container: MedusaContainer, now: Date): Promise<SettlementsRead> {
  const gateways = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const done: SettlementsRead = { settlements: 0, top_ups: 0, failures: [] }
  for (const gateway of gateways.gatewaysWithSettlements()) {
    try {
      const of = { gateway, at: gateways.settlementsAt(gateway), now }
      done.settlements += await readPaidOut(container, of)
      done.top_ups += await readTopUps(container, of)
      await container
        .resolve<SettlementModuleService>(SETTLEMENT_MODULE)
        .recordBalances(gateway, await of.at.balances())
    } catch (error) {
      done.failures.push(`${gateway}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  return done
}

type Of = { gateway: string; at: GatewaySettlements; now: Date }

async function readPaidOut(container: MedusaContainer, { gateway, at, now }: Of): Promise<number> {
  const settlements = container.resolve<SettlementModuleService>(SETTLEMENT_MODULE)
  const listed = await at.list(new Date(now.getTime() - LOOK_BACK_DAYS * DAY_MS))
  let booked = 0
  // The oldest first: what went back to buyers is in the first settlement that came after it.
  for (const settlement of listed.toSorted(byTime)) {
    if (await settlements.isBooked(gateway, settlement.gateway_settlement_id)) {
      continue
    }
    const covered = await at.transactionsOf(settlement.gateway_settlement_id)
    await hearOfPayments(container, gateway, covered)
    const items = await matchAll(container, gateway, covered)
    const isNew = await settlements.recordSettlement(
      { gateway, settlement, items },
      settlementBooks(container)
    )
    booked += isNew ? 1 : 0
  }

  return booked
}

const byTime = (a: GatewaySettlement, b: GatewaySettlement) => a.settled_at.getTime() - b.settled_at.getTime()

async function readTopUps(container: MedusaContainer, { gateway, at, now }: Of): Promise<number> {
  if (!at.topUps) {
    return 0
  }
  const settlements = container.resolve<SettlementModuleService>(SETTLEMENT_MODULE)
  const until = await settlements.readUntil(gateway, "top_ups")
  const since = until
    ? new Date(until.getTime() - OVERLAP_DAYS * DAY_MS)
    : new Date(now.getTime() - LOOK_BACK_DAYS * DAY_MS)
  let booked = 0
  for (const topUp of await at.topUps(since)) {
    booked += (await settlements.recordTopUp(gateway, topUp, settlementBooks(container))) ? 1 : 0
  }
  await settlements.markReadUntil({ gateway, name: "top_ups", at: now })

  return booked
}

/** Compares each payment of a settlement with our own record of it: by the gateway's name, which is one payment's alone. */
async function matchAll(
  container: MedusaContainer,
  gateway: string,
  covered: SettledTransaction[]
): Promise<MatchedItem[]> {
  const gateways = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const matched: MatchedItem[] = []
  for (let start = 0; start < covered.length; start += CHUNK) {
    const chunk = covered.slice(start, start + CHUNK)
    const rows = await gateways.listGatewayTransactions(
      { gateway, gateway_id: chunk.map(({ gateway_id }) => gateway_id) },
      { take: CHUNK, select: ["reference", "gateway_id", "paid_minor", "fee_minor"] }
    )
    const expected = new Map(
      rows.map((row) => [row.gateway_id, BigInt(row.paid_minor ?? 0) - BigInt(row.fee_minor ?? 0)])
    )
    matched.push(
      ...chunk.map((item) => {
        const whole = expected.get(item.gateway_id)

        return matchItem(item, whole === undefined ? null : whole - (item.split_minor ?? 0n))
      })
    )
  }

  return matched
}
