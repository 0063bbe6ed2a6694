import type { ExecArgs } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { statePath } from "../paths"
import { BadRows } from "./bad-rows"
import { BatchWriter } from "./batch-writer"
import { missingColumns, type RowSettings, readProduct } from "./columns"
import { CatalogueFlags } from "./flags"
import { type Progress, startProgress } from "./progress"
import { type CsvFile, openCsv } from "./records"
import { assignOwners, ensureShops } from "./shops"
import { refreshStatistics } from "./unfinished"

type Run = { writer: BatchWriter; bad: BadRows; progress: Progress; done_bytes: number; rows: number }

/** Run by `npm run seed:catalogue` through `medusa exec`; its one argument is the flags as JSON. */
export default async function loadCatalogue({ container, args }: ExecArgs): Promise<void> {
  const flags = CatalogueFlags.parse(JSON.parse(args[0] ?? "{}"))
  const first = await openChecked(flags)
  const [store] = await container.resolve(Modules.STORE).listStores({}, { take: 1 })
  const shops = await ensureShops(container, flags.vendors, console.log)
  const bad = new BadRows(statePath("seed-errors.log"))
  const writer = new BatchWriter(container, {
    shops,
    bad,
    sales_channel_id: store?.default_sales_channel_id ?? "",
    currency_code: flags.currency,
    stock: flags.stock,
    assignOwners: (owners) => assignOwners(container, owners),
  })

  const started = Date.now()
  const progress = startProgress(first.size_bytes * flags.repeat)
  const run: Run = { writer, bad, progress, done_bytes: 0, rows: 0 }
  for (let copy = 1; copy <= flags.repeat; copy += 1) {
    await loadCopy(run, copy === 1 ? first : await openChecked(flags), flags, copy === 1 ? "" : `-r${copy}`)
    run.done_bytes += first.size_bytes
  }
  progress.show(run.done_bytes, writer.written)
  progress.end()
  await bad.close()
  const seconds = (Date.now() - started) / 1000
  await refreshStatistics(container)
  console.log(summary(run, shops.length, seconds))
}

async function openChecked({ file, delimiter, columns }: CatalogueFlags): Promise<CsvFile> {
  const csv = await openCsv(file, delimiter === "tab" ? "\t" : delimiter)
  const missing = missingColumns(columns, csv.header)
  if (missing.length) {
    throw new Error(
      `${file} has no column ${missing.map((name) => `\`${name}\``).join(", ")}. It has: ${csv.header.join(", ")}. ` +
        "Name its columns with --title, --price and so on; an empty name leaves an optional one out."
    )
  }

  return csv
}

async function loadCopy(run: Run, csv: CsvFile, flags: CatalogueFlags, suffix: string): Promise<void> {
  const settings: RowSettings = {
    columns: flags.columns,
    price_unit: flags.price_unit,
    currency_code: flags.currency,
    suffix,
  }
  let rows = 0
  for await (const row of csv.rows) {
    if (flags.limit !== undefined && rows >= flags.limit) {
      break
    }
    rows += 1
    const outcome = row.ok ? readProduct(row.values, settings) : row
    if (outcome.ok) {
      await run.writer.add(row.line, outcome.product)
    } else {
      await run.bad.add(row.line, outcome.reason)
    }
    run.progress.show(run.done_bytes + csv.read_bytes(), run.writer.written)
  }
  await run.writer.flush()
  run.rows += rows
}

function summary({ writer, bad, rows }: Run, shopCount: number, seconds: number): string {
  const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`
  const rate = Math.round(writer.written / Math.max(seconds, 0.001))

  return [
    ...bad.first.map((text) => `  skipped ${text}`),
    ...(bad.count ? [`${bad.count} bad rows skipped; all of them are in ${bad.path}`] : []),
    `${rows} rows: ${writer.written} products written, ${writer.skipped} were there already, ${bad.count} bad, ` +
      `over ${shopCount} shops, in ${seconds.toFixed(1)} s (${rate} products/s)`,
    // ru_maxrss is in kilobytes.
    `memory: ${megabytes(process.memoryUsage().rss)} now, ${megabytes(process.resourceUsage().maxRSS * 1024)} at most`,
  ].join("\n")
}
