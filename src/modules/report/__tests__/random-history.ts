import type { ReportScope } from "../types"
import { askBack, cancel, type Line, type Part, type Run, refund, type Sale, sell } from "./shop-history"

/** Numbers that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed

    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const upTo = (most: number) => Math.floor(next() * (most + 1))

  return {
    upTo,
    one: <Item>(items: readonly Item[]): Item => items[upTo(items.length - 1)] as Item,
    some: (most: number) => Array.from({ length: 1 + upTo(most - 1) }, (_, index) => index),
    isLucky: (part: number) => next() < part,
  }
}

export type Random = ReturnType<typeof randomFrom>

export const SHOPS = ["vend_a", "vend_b", "vend_c"]
export const CURRENCIES = ["ngn", "kes"]

/** Beginnings and ends of days, weeks, months and years by several clocks, a leap day, and hours that came twice. */
const EDGES = [
  "2024-02-28T23:00:00Z",
  "2024-02-29T00:00:00Z",
  "2024-02-29T22:59:59.999Z",
  "2024-03-01T00:00:00Z",
  "2024-03-31T01:00:00Z",
  "2024-04-25T22:00:00Z",
  "2024-10-27T00:30:00Z",
  "2024-10-27T01:30:00Z",
  "2024-12-31T22:59:59.999Z",
  "2024-12-31T23:00:00Z",
  "2025-01-01T00:00:00Z",
]

const MINUTE_MS = 60_000

/** On an edge, or within some days of one: a moment between two is none of the edge's. */
function moment(random: Random): string {
  const edge = Date.parse(random.one(EDGES))
  const off = random.isLucky(0.4) ? 0 : (random.upTo(6 * 1440) - 3 * 1440) * MINUTE_MS

  return new Date(edge + off).toISOString()
}

/** Of a product that no other shop sells, or of none. */
const line = (random: Random, vendor_id: string): Line => ({
  product_id: random.isLucky(0.1) ? null : `prod_${1 + random.upTo(6)}_${vendor_id}`,
  quantity: 1 + random.upTo(3),
  gross: 1000 + random.upTo(50_000),
  vendor_discount: random.upTo(500),
  platform_discount: random.upTo(400),
  tax: random.upTo(300),
})

const part = (random: Random, vendor_id: string): Part => ({
  vendor_id,
  items: random.some(3).map(() => line(random, vendor_id)),
  delivery: random.isLucky(0.6) ? line(random, vendor_id) : undefined,
})

/** Customers, guests by their address however they spell it, and one of whom nothing is known. */
const BUYERS = [
  { customer_id: "cus_1" },
  { customer_id: "cus_2", email: "ada@example.com" },
  { email: "ada@example.com" },
  { email: "Ada@Example.com" },
  { email: "bayo@example.com" },
  {},
]

const sale = (random: Random): Sale => ({
  placed_at: moment(random),
  currency_code: random.one(CURRENCIES),
  ...random.one(BUYERS),
  parts: SHOPS.filter((_, index) => index === 0 || random.isLucky(0.5)).map((vendor) => part(random, vendor)),
})

type Act = (run: Run, random: Random, vendorOrderId: string) => Promise<unknown>

/** Each about one vendor order that was written before. */
const ACTS: Act[] = [
  (run, random, id) => refund(run, id, 1 + random.upTo(5000), moment(random)),
  (run, random, id) => refund(run, id, -1 - random.upTo(5000), moment(random)),
  (run, random, id) => cancel(run, id, moment(random)),
  (run, random, id) => askBack(run, id, moment(random)),
  (run, random, id) =>
    run(
      "update vendor_order set placed_at = ? where order_id = (select order_id from vendor_order where id = ?)",
      [moment(random), id]
    ),
  (run, random, id) =>
    run(
      `update vendor_order_line set gross_minor = gross_minor + ?, total_minor = total_minor + ?, net_minor = net_minor + ?,
         commission_base_minor = commission_base_minor + ?, quantity = ? where vendor_order_id = ?`,
      [10, 10, 10, 10, String(1 + random.upTo(5)), id]
    ),
  (run, _, id) => run("delete from vendor_order_line where vendor_order_id = ? and kind = 'shipping'", [id]),
  (run, random, id) =>
    run("update vendor_order set deleted_at = ? where id = ?", [
      random.isLucky(0.5) ? moment(random) : null,
      id,
    ]),
  (run, random, id) =>
    run("update vendor_order_refund set created_at = ? where vendor_order_id = ?", [moment(random), id]),
  (run, _, id) => run("delete from vendor_order_return where vendor_order_id = ?", [id]),
  (run, _, id) =>
    run(
      `update vendor_order set vendor_id = 'vend_d' where id = ? and not exists
         (select 1 from vendor_order other where other.order_id = vendor_order.order_id and other.vendor_id = 'vend_d')`,
      [id]
    ),
  (run, random, id) =>
    run(`update "order" set customer_id = ? where id = (select order_id from vendor_order where id = ?)`, [
      random.one(["cus_1", "cus_3"]),
      id,
    ]),
  (run, _, id) =>
    run("delete from order_partition where id = (select partition_id from vendor_order where id = ?)", [id]),
]

/** One thing that happens to the shops: mostly a sale. */
async function happen(run: Run, random: Random): Promise<void> {
  const known = (await run("select id from vendor_order order by placed_at, total_minor, id")).map(
    ({ id }) => id as string
  )
  if (!known.length || random.isLucky(0.4)) {
    await sell(run, sale(random))
    return
  }
  await random.one(ACTS)(run, random, random.one(known))
}

type World = {
  random: Random
  inOne: (act: (run: Run) => Promise<void>) => Promise<void>
  keep: (scope: ReportScope, limit: number) => Promise<unknown>
}

const STEPS = 70

/** A history in which some things are undone as they happen, and sums are brought up to date here and there, a part at a time. */
export async function liveThrough({ random, inOne, keep }: World): Promise<void> {
  for (let step = 0; step < STEPS; step += 1) {
    const isUndone = random.isLucky(0.1)
    await inOne(async (run) => {
      await happen(run, random)
      if (isUndone) {
        throw new Error("rolled back")
      }
    }).catch((error: Error) => expect(error.message).toBe("rolled back"))
    if (random.isLucky(0.3)) {
      await keep(random.isLucky(0.5) ? "platform" : { vendor_id: random.one(SHOPS) }, 1 + random.upTo(9))
    }
  }
}
