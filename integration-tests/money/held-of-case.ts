import type { PayoutSuite } from "../http/payouts/suite"

type Disputed = {
  parts: { vendor_order_id: string; total: bigint; back: bigint }[]
  bought: { session: { data: { reference: string } } }
}

/** How a case was divided is read, and has to be fair: within a unit of each part's proportion of what is left. */
export async function heldOf(
  { sql, bench }: PayoutSuite,
  { parts, bought }: Disputed,
  amount: bigint
): Promise<Map<string, bigint>> {
  const read = () =>
    sql<{ vendor_order_id: string; amount_minor: string }>(
      `select s.vendor_order_id, s.amount_minor::text from dispute_share s join dispute d on d.id = s.dispute_id
       where d.reference = ? and d.state in ('open', 'submitted')`,
      [bought.session.data.reference]
    )
  await bench.eventually(async () => expect((await read()).length).toBeGreaterThan(0))
  const held = new Map((await read()).map((row) => [row.vendor_order_id, BigInt(row.amount_minor)]))
  const left = parts.reduce((sum, { total, back }) => sum + total - back, 0n)
  for (const { vendor_order_id, total, back } of parts) {
    const off = (held.get(vendor_order_id) ?? 0n) * left - (total - back) * amount
    expect(off < left && off > -left).toBe(true)
  }

  return held
}
