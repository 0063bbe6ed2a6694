import { writeFile } from "node:fs/promises"
import { Pool } from "@medusajs/framework/pg"
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { quarterOf } from "../../src/lib/report-marks"
import { REPORT_MODULE } from "../../src/modules/report"
import type ReportModuleService from "../../src/modules/report/service"
import { VENDOR_ORDER_MODULE } from "../../src/modules/vendor-order"
import { partitionOrder } from "../../src/modules/vendor-order/domain/partition"
import type VendorOrderModuleService from "../../src/modules/vendor-order/service"
import { readProductReport } from "../../src/workflows/report/product-report"
import { readSalesReport } from "../../src/workflows/report/sales-report"
import { insertSoldLines, LARGE_SHOP, plainProducts, plainSales, SOLD } from "./sold-rows"

const PLAIN_ROUNDS = 5
const WARM_UP = 5
const CHECKOUTS = 100
const UPKEEP_ROUNDS = 5

/** Run through `medusa exec` with a file for the figures, the number of lines and of measured reports. */
export default async function runReports({ container, args }: ExecArgs): Promise<void> {
  const [file = "", lines = "1000000", rounds = "100"] = args
  const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 2 })
  try {
    const filled = await fill(container, pool, Number(lines))
    const reports: Record<string, number[]> = {}
    for (const vendor_id of [LARGE_SHOP, null]) {
      Object.assign(reports, await measureReports(container, pool, { vendor_id, rounds: Number(rounds) }))
    }
    await writeFile(file, JSON.stringify({ ...filled, reports, ...(await measureUpkeep(container, pool)) }))
  } finally {
    await pool.end()
  }
}

const reportsOf = (container: MedusaContainer) => container.resolve<ReportModuleService>(REPORT_MODULE)

async function fill(container: MedusaContainer, pool: Pool, lines: number) {
  const client = await pool.connect()
  try {
    await insertSoldLines(client, lines)
    await client.query("vacuum analyze")
  } finally {
    client.release()
  }
  const began = performance.now()
  const rows = await reportsOf(container).rebuild()
  const rebuild_ms = performance.now() - began
  await pool.query("vacuum analyze")
  const { rows: counted } = await pool.query<{ lines: number }>(
    "select count(*)::int as lines from vendor_order_line"
  )

  return { rebuild_ms, rows, lines: counted[0]?.lines ?? 0 }
}

type Measuring = { vendor_id: string | null; rounds: number }

/** Each beside the same by plain SQL; both must come to the same, or nothing was measured. */
async function measureReports(container: MedusaContainer, pool: Pool, { vendor_id, rounds }: Measuring) {
  const scope = vendor_id ? { vendor_id } : ("platform" as const)
  const asked = { scope, ...SOLD, currency_code: "ngn" }
  const sales = (interval: "day" | "month", from: string) => () =>
    readSalesReport(container, { ...asked, interval, from })
  const products = () =>
    readProductReport(container, { ...asked, sort: "net_sales" }, { limit: 20, offset: 0 })
  await compare(pool, { vendor_id, report: await sales("month", SOLD.from)(), products: await products() })
  const name = vendor_id ? "shop" : "platform"

  return {
    [`${name}_sales`]: await timesOf(rounds, sales("month", SOLD.from)),
    // As many days as a report may have, and as many before them.
    [`${name}_days`]: await timesOf(rounds, sales("day", "2025-11-28")),
    [`${name}_products`]: await timesOf(rounds, products),
    [`${name}_plain_sales`]: await timesOf(PLAIN_ROUNDS, async () => {
      for (const statement of plainSales(vendor_id)) {
        await pool.query(statement)
      }
    }),
    [`${name}_plain_products`]: await timesOf(PLAIN_ROUNDS, () => pool.query(plainProducts(vendor_id))),
  }
}

type Results = {
  vendor_id: string | null
  report: Awaited<ReturnType<typeof readSalesReport>>
  products: Awaited<ReturnType<typeof readProductReport>>
}

async function compare(pool: Pool, { vendor_id, report: { report }, products }: Results): Promise<void> {
  const [lines = "", buyers = ""] = plainSales(vendor_id)
  const { rows: months } = await pool.query<{ gross_minor: string; orders: string }>(lines)
  const { rows: people } = await pool.query<{ buyers: number }>(buyers)
  const { rows: sold } = await pool.query<{ product_id: string; net_minor: string }>(plainProducts(vendor_id))
  const sum = (of: (month: (typeof months)[number]) => string) =>
    months.reduce((all, month) => all + BigInt(of(month)), 0n)
  const pairs = [
    [hundredths(report.figures.gross_sales.value), sum(({ gross_minor }) => gross_minor)],
    [BigInt(report.figures.orders.value), sum(({ orders }) => orders)],
    [report.figures.buyers.value, people[0]?.buyers],
    [
      products.products.map(({ product_id, net_sales }) => `${product_id} ${hundredths(net_sales)}`).join(),
      sold.map(({ product_id, net_minor }) => `${product_id} ${net_minor}`).join(),
    ],
  ]
  for (const [reported, plain] of pairs) {
    if (reported !== plain) {
      throw new Error(`The report says ${reported}, the lines say ${plain}`)
    }
  }
}

/** Kobo of an amount in naira. */
function hundredths(amount: string): bigint {
  const [whole = "", part = ""] = amount.split(".")

  return BigInt(whole + part.padEnd(2, "0"))
}

/** What takes seconds needs no warming up. */
async function timesOf(
  count: number,
  work: () => Promise<unknown>,
  warm_up = count > PLAIN_ROUNDS ? WARM_UP : 1
): Promise<number[]> {
  const taken: number[] = []
  for (let index = 0; index < count + warm_up; index += 1) {
    const began = performance.now()
    await work()
    taken.push(performance.now() - began)
  }

  return taken.slice(warm_up)
}

const TRIGGERS = [
  ["vendor_order", "insert"],
  ["vendor_order_line", "insert"],
  ["vendor_order_transition", "insert"],
] as const
const INDEX = "IDX_vendor_order_quarter"

/** All that a checkout pays for reports: its triggers and the index by quarters. */
async function setUpkeep(pool: Pool, isOn: boolean): Promise<void> {
  for (const [table, event] of TRIGGERS) {
    await pool.query(`alter table ${table} ${isOn ? "enable" : "disable"} trigger ${table}_mark_${event}`)
  }
  await pool.query(
    isOn
      ? `create index if not exists "${INDEX}" on vendor_order (${quarterOf("placed_at")})`
      : `drop index if exists "${INDEX}"`
  )
  // As its server does by itself from time to time: without it nobody knows what the index holds.
  await pool.query("analyze vendor_order")
}

let divided = 0

/** Three shops, two things of each and a delivery, as the checkout writes them. */
function checkout() {
  divided += 1
  const vendors = [0, 1 + (divided % 90), 100 + (divided % 90)].map((shop) => `vend_bench_${shop}`)
  const lines = vendors.flatMap((vendor_id) =>
    (["item", "item", "shipping"] as const).map((kind, line) => ({
      kind,
      source_id: `upkeep_${divided}_${vendor_id}_${line}`,
      vendor_id,
      title: "Item",
      quantity: "1",
      subtotal: "1000",
      vendor_discount: 0,
      platform_discount: 0,
      tax: "75",
      is_tax_of_platform: false,
    }))
  )

  return {
    order_id: `order_upkeep_${divided}`,
    order_display_id: `U${divided}`,
    placed_at: new Date(),
    partition: partitionOrder({
      currency_code: "ngn",
      order_total: String(1075 * lines.length),
      lines,
      commission: (bases) =>
        bases.map(() => ({
          commission_rate_bps: 0,
          commission_fixed_minor: 0n,
          commission_minor: 0n,
          commission_tax_minor: 0n,
          withholding_minor: 0n,
          commission_rule_id: null,
          commission_explanation: "",
        })),
    }),
  }
}

/** The checkout's statement with what reports cost it and without, in turn; and the job's work for each checkout. */
async function measureUpkeep(container: MedusaContainer, pool: Pool) {
  const orders = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const taken = { with_upkeep: [] as number[], without_upkeep: [] as number[], kept: [] as number[] }
  for (let round = 0; round < UPKEEP_ROUNDS; round += 1) {
    for (const isOn of round % 2 ? [true, false] : [false, true]) {
      await setUpkeep(pool, isOn)
      const times = await timesOf(CHECKOUTS, () => orders.recordPartition(checkout()))
      taken[isOn ? "with_upkeep" : "without_upkeep"].push(...times)
    }
    await setUpkeep(pool, true)
    const began = performance.now()
    while (await reportsOf(container).keepCurrent("platform", 500)) {
      // Until nothing is marked.
    }
    taken.kept.push((performance.now() - began) / (CHECKOUTS + WARM_UP))
  }

  return taken
}
