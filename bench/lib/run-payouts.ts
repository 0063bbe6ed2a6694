import { writeFile } from "node:fs/promises"
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { stringify } from "csv-stringify/sync"
import { ACCESS_MODULE } from "../../src/modules/access"
import type AccessModuleService from "../../src/modules/access/service"
import { LEDGER_MODULE } from "../../src/modules/ledger"
import { buildRelease } from "../../src/modules/ledger/domain/release"
import { buildSale } from "../../src/modules/ledger/domain/sale"
import type LedgerModuleService from "../../src/modules/ledger/service"
import { PAYOUT_MODULE } from "../../src/modules/payout"
import type PayoutModuleService from "../../src/modules/payout/service"
import { VENDOR_MODULE } from "../../src/modules/vendor"
import type VendorModuleService from "../../src/modules/vendor/service"
import { readStatementRows } from "../../src/workflows/ledger/vendor-statement"
import { runPayoutsWorkflow } from "../../src/workflows/payout/workflows/run-payouts"
import { sealBankAccount } from "../../src/workflows/vendor-onboarding/bank-number"

const CHUNK = 500
const AMOUNT = 500_000n
const MEGABYTE = 1024 ** 2
/** The example of the Central Bank of Nigeria. */
const ACCOUNT = { bank_code: "011", account_number: "0000014579", account_name: "Shop", currency_code: "ngn" }

let serial = 0

/** Run through `medusa exec` with a file for the figures, the number of vendors and of the statement's lines. */
export default async function runPayoutsBench({ container, args }: ExecArgs): Promise<void> {
  const [file = "", vendors = "10000", lines = "100000"] = args
  await container
    .resolve<AccessModuleService>(ACCESS_MODULE)
    .writeSettings({ values: { payout_schedule: "daily" }, by: "bench" })
  await payAll(container, 50)
  const before_mb = megabytes(process.memoryUsage().rss)
  const small = await payAll(container, Math.floor(Number(vendors) / 10))
  const large = await payAll(container, Number(vendors))
  const statement = await writeStatement(container, Number(lines))
  await writeFile(file, JSON.stringify({ before_mb, small, large, statement }))
}

const megabytes = (bytes: number) => Math.round(bytes / MEGABYTE)

/** What the process took at most while the work went on. */
async function watched<T>(work: () => Promise<T>): Promise<{ result: T; ms: number; most: number }> {
  global.gc?.()
  let most = process.memoryUsage().rss
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 50)
  const began = performance.now()
  try {
    const result = await work()

    return { result, ms: performance.now() - began, most }
  } finally {
    clearInterval(timer)
  }
}

async function payAll(container: MedusaContainer, vendors: number) {
  await seedShops(container, vendors)
  const { result, ms, most } = await watched(() =>
    runPayoutsWorkflow(container).run({ input: { started_by: null } })
  )
  const { sent } = result.result
  if (sent !== vendors) {
    throw new Error(`${sent} of ${vendors} vendors were paid`)
  }
  const open = await container
    .resolve<PayoutModuleService>(PAYOUT_MODULE)
    .listPayouts({ state: ["ready", "posting"] }, { take: 1 })
  if (open.length) {
    throw new Error(`Payout ${open[0]?.id} was left behind`)
  }

  return { vendors, ms, sent, rss_mb: megabytes(most) }
}

/** Shops with an account, and with money that has been released. */
async function seedShops(container: MedusaContainer, count: number): Promise<void> {
  const service = container.resolve<VendorModuleService>(VENDOR_MODULE)
  for (let done = 0; done < count; done += CHUNK) {
    const shops = await service.createVendors(
      Array.from({ length: Math.min(CHUNK, count - done) }, () => {
        serial += 1
        return {
          name: `Shop ${serial}`,
          handle: `shop-${serial}`,
          contact_email: `shop${serial}@example.com`,
          status: "approved" as const,
          shipping_profile_id: `sp_${serial}`,
          stock_location_id: `sloc_${serial}`,
        }
      })
    )
    await service.createVendorBankAccounts(
      shops.map(({ id }) => ({ ...sealBankAccount(ACCOUNT, "bench"), vendor_id: id }))
    )
    await sell(
      container,
      shops.map(({ id }) => id)
    )
  }
}

async function sell(container: MedusaContainer, vendorIds: string[]): Promise<void> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const occurred_at = new Date()
  const common = { currency_code: "ngn", occurred_at }
  await ledger.post(
    vendorIds.flatMap((vendor_id) => {
      serial += 1
      const order_id = `order_${serial}`
      const part = { vendor_id, total_minor: AMOUNT, platform_discount_minor: 0n, commission_minor: 0n }

      return [
        buildSale({ order_id, ...common, charged_minor: AMOUNT, credit_minor: 0n, vendors: [part] }),
        buildRelease({
          vendor_id,
          vendor_order_id: `vord_${serial}`,
          order_id,
          ...common,
          number: 1,
          available_minor: AMOUNT,
          reserved_minor: 0n,
        }),
      ]
    })
  )
}

/** Three lines a sale: sold, taken from pending, made available. */
async function writeStatement(container: MedusaContainer, lines: number) {
  const vendor_id = "vend_statement"
  for (let done = 0; done < lines; done += 3 * CHUNK) {
    const sales = Math.ceil(Math.min(3 * CHUNK, lines - done) / 3)
    await sell(
      container,
      Array.from({ length: sales }, () => vendor_id)
    )
  }
  const period = new Date().toISOString().slice(0, 7)
  const began_at = process.memoryUsage().rss
  const { result, ms, most } = await watched(async () => {
    const size = { lines: 0, bytes: 0 }
    for await (const rows of readStatementRows(container, { vendor_id, period })) {
      size.lines += rows.length
      size.bytes += Buffer.byteLength(stringify(rows))
    }
    return size
  })

  return { ...result, ms, rss_mb: megabytes(most), more_mb: megabytes(most - began_at) }
}
