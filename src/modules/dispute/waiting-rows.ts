import type { Context } from "@medusajs/framework/types"
import type { DisputeKind } from "../../lib/dispute-states"
import { queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"

export type WaitingCase = { id: string; kind: DisputeKind; reason: string; due_at: Date }

/**
 * Open cases in which a shop has said nothing yet: it has neither agreed, nor written, nor shown a file. Those that are due next,
 * and how many there are. Raw SQL because the generated methods cannot ask for what is not there.
 */
export async function waitingFor(
  context: Context,
  vendorId: string,
  take: number
): Promise<{ disputes: WaitingCase[]; count: number }> {
  const vendor = boundVendor(vendorId)
  const rows = await queryRows<WaitingCase & { count: number }>(
    context,
    `select d.id, d.kind, d.reason, d.due_at, count(*) over ()::int as count
     from dispute d
     where d.state = 'open' and d.deleted_at is null and exists (
         select 1 from dispute_share s where s.dispute_id = d.id and s.vendor_id = ? and s.accepted_at is null)
       and not exists (select 1 from dispute_message m where m.dispute_id = d.id and m.author = 'vendor' and m.vendor_id = ?)
       and not exists (select 1 from dispute_evidence e where e.dispute_id = d.id and e.vendor_id = ?)
     order by d.due_at, d.id limit ?`,
    [vendor, vendor, vendor, take]
  )

  return {
    disputes: rows.map(({ count: _, due_at, ...row }) => ({ ...row, due_at: new Date(due_at) })),
    count: rows[0]?.count ?? 0,
  }
}
