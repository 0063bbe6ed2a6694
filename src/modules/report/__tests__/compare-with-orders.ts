import { addSums } from "../domain/figures"
import type ReportModuleService from "../service"
import { periodFrom } from "./period-from"
import { plainBuyers, plainProducts, plainSums } from "./plain-sums"
import { CURRENCIES, type Random, SHOPS } from "./random-history"
import type { Run } from "./shop-history"

const ZONES = [
  "Africa/Lagos",
  "UTC",
  "Africa/Cairo",
  "Europe/London",
  "America/New_York",
  "Asia/Kathmandu",
  "Pacific/Kiritimati",
]

const COUNTED = ["orders", "units", "refunds", "cancellations", "returns"]
const numbers = (plain: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(plain).map(([name, value]) => [
      name,
      COUNTED.includes(name) ? Number(value) : BigInt(value),
    ])
  )

type Compared = { service: ReportModuleService; run: Run; random: Random }

/** Against PostgreSQL's own clocks, in periods that begin and end where something can go wrong. */
export async function compareWithOrders({ service, run, random }: Compared): Promise<void> {
  const days = [
    "2024-02-01",
    "2024-02-29",
    "2024-03-01",
    "2024-04-26",
    "2024-10-27",
    "2025-01-01",
    "2025-01-06",
  ]
  for (let round = 0; round < 10; round += 1) {
    const [from, to] = [random.one(days), random.one(days)].toSorted() as [string, string]
    if (from === to) {
      continue
    }
    const asked = {
      vendor_id: random.one([null, ...SHOPS]),
      currency_code: random.one(CURRENCIES),
      time_zone: random.one(ZONES),
      from,
      to,
    }
    const period = periodFrom(from, to, random.one(["day", "week", "month"] as const), asked.time_zone)
    const scope = asked.vendor_id ? { vendor_id: asked.vendor_id } : "platform"
    const sums = await service.sumSales(scope, { period, currency_code: asked.currency_code })

    for (const [name, value] of Object.entries(await plainSums(run, asked))) {
      const all = addSums(sums.series)
      expect([asked, name, String(all[name as keyof typeof all])]).toEqual([asked, name, value])
    }
    const at = random.upTo(period.buckets.length - 1)
    const bucket = { ...asked, from: period.buckets[at]!.from, to: period.buckets[at]!.to }
    const before = { ...asked, from: period.previous.from, to: period.previous.to }
    expect(sums.series[at]).toMatchObject(numbers(await plainSums(run, bucket)))
    expect(sums.previous).toMatchObject(numbers(await plainSums(run, before)))
    expect([asked, sums.buyers]).toEqual([asked, await plainBuyers(run, asked)])
    expect([before, sums.previous_buyers]).toEqual([before, await plainBuyers(run, before)])
    const page = {
      period,
      currency_code: asked.currency_code,
      sort: "net_sales",
      take: 100,
      skip: 0,
    } as const
    const { products, count } = await service.listSoldProducts(scope, page)
    const shown = products.map(({ gross_minor, net_minor, ...product }) => ({
      ...product,
      gross_minor: String(gross_minor),
      net_minor: String(net_minor),
    }))
    expect([asked, shown]).toEqual([asked, await plainProducts(run, asked)])
    expect(count).toBe(products.length)
  }
}
