import { existsSync } from "node:fs"
import { writeFile } from "node:fs/promises"
import { resolve } from "node:path"
import { ROOT, statePath } from "../../scripts/lib/paths"
import type { BenchFlags } from "./flags"

export type CatalogueFile = { path: string; copies: number; description: string }

const REAL = resolve(ROOT, "../shared/data/icecat_products_19406.csv.gz")
const REAL_ROWS = 19_406

/** The real catalogue, repeated until it is large enough; where it is missing, a made-up one of the same shape. */
export async function catalogueFile({ sizes }: BenchFlags): Promise<CatalogueFile> {
  if (existsSync(REAL)) {
    const copies = Math.ceil(sizes.products / REAL_ROWS)
    return { path: REAL, copies, description: `the real catalogue, ${copies} times` }
  }
  const path = statePath("bench/catalogue.csv")
  await writeCatalogue(path, sizes.products, "made-up")

  return { path, copies: 1, description: "a made-up catalogue: the real one is not beside this project" }
}

const KINDS = [
  "Notebook",
  "Toner cartridge",
  "Ethernet cable",
  "Monitor",
  "Server board",
  "Headset",
  "Printer",
]
const BRANDS = ["Acer", "Belkin", "Canon", "Dell", "Epson", "Fujitsu", "HP", "Intel"]

/** Rows with the columns that the loader takes by default. */
export async function writeCatalogue(path: string, rows: number, prefix: string): Promise<void> {
  const lines = Array.from({ length: rows }, (_, index) => {
    const kind = KINDS[index % KINDS.length] ?? ""
    const brand = BRANDS[index % BRANDS.length] ?? ""
    const price = 100_000 + ((index * 7919) % 5_000_000)
    const text = `${brand} ${kind.toLowerCase()} number ${index}, as sold to offices and schools. `.repeat(4)
    return `${prefix}-${index},${brand} ${kind} ${index},${price},"${text}",http://example.com/${index}.jpg,${kind},${brand}`
  })
  await writeFile(path, `id,title,price,short,img,ptype,brand\n${lines.join("\n")}\n`)
}
