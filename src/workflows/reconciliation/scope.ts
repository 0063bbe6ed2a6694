import type { GatewaySettlements } from "../../lib/gateway-settlement"

/** What one gateway is asked about. */
export type Scope = { gateway: string; at: GatewaySettlements; since: Date; now: Date }

export const CHUNK = 500

export function chunksOf<Row>(rows: Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, index) =>
    rows.slice(index * CHUNK, (index + 1) * CHUNK)
  )
}
