import { mkdir, realpath, rm } from "node:fs/promises"
import { execScript } from "../../scripts/lib/app"
import { parseFlags as parseCatalogueFlags } from "../../scripts/lib/catalogue/flags"
import { runToEnd } from "../../scripts/lib/child"
import { query } from "../../scripts/lib/database"
import { fingerprint } from "../../scripts/lib/fingerprint"
import type { Lifetime } from "../../scripts/lib/lifetime"
import { MEDUSA_CLI, ROOT, statePath } from "../../scripts/lib/paths"
import { startPostgres } from "../../scripts/lib/postgres"
import type { Note, Steps } from "../../scripts/lib/steps"
import { type CatalogueFile, catalogueFile, writeCatalogue } from "./catalogue-file"
import type { BenchFlags } from "./flags"
import { withLogNote } from "./log-note"
import type { Env } from "./servers"
import { leaveStock } from "./stock-database"
import { insertVendorOrders } from "./vendor-order-rows"

/** Databases of one PostgreSQL server: Merkato with few and with many vendors, and stock Medusa. */
export type Databases = { few: string; many: string; stock: string; catalogue: string }

type Preparation = { steps: Steps; life: Lifetime; flags: BenchFlags; env: Env }

/** What the prepared databases depend on. */
const SOURCES = [
  "src/modules",
  "src/links",
  "scripts/lib/catalogue",
  "scripts/lib/market",
  ...["databases", "seed", "catalogue-file", "stock-database", "vendor-order-rows"].map(
    (name) => `bench/lib/${name}.ts`
  ),
]

/** Nobody may run out of stock while measuring. */
const STOCK = "1000000"
/** Enough for the carts of the other scenarios. */
const SOME_PRODUCTS = 60

export async function prepareDatabases(preparation: Preparation): Promise<Databases> {
  const { steps, life, flags } = preparation
  const dataDir = statePath("bench/postgres")
  await mkdir(statePath("bench"), { recursive: true })
  const server = await steps.run("Start a PostgreSQL server for the bench, with fsync", (note) =>
    life.hold(startBenchPostgres(dataDir, flags.keep, note))
  )
  const urls = { few: server.url, many: urlOf(server.url, "many"), stock: urlOf(server.url, "stock") }
  const catalogue = await catalogueFile(flags)
  const stamp = await stampOf(flags)
  if (flags.keep && (await isPrepared(urls.few, stamp))) {
    steps.say("  the databases of the last run are used again")
    return { ...urls, catalogue: catalogue.description }
  }
  for (const name of ["stock", "many", "few"]) {
    await query(urlOf(server.url, "postgres"), `drop database if exists ${name} with (force)`)
  }
  await query(urlOf(server.url, "postgres"), "create database few")
  await fillFew(preparation, urls, catalogue)
  await fillMany(preparation, urls)
  await copyDatabase(urls.few, "stock")
  await steps.run("Take the marketplace out of the stock server's copy", () => leaveStock(urls.stock))
  await steps.run("Vacuum and analyze", () => settle(Object.values(urls)))
  await query(urls.few, `comment on database few is '${stamp}'`)

  return { ...urls, catalogue: catalogue.description }
}

/** Databases with another stamp were prepared for something else. */
async function stampOf({ only, sizes }: BenchFlags): Promise<string> {
  const { products, vendors, vendor_orders } = sizes

  return JSON.stringify({ only, products, vendors, vendor_orders, sources: await fingerprint(SOURCES) })
}

async function startBenchPostgres(dataDir: string, keep: boolean, note: (text: string) => void) {
  const server = await startPostgres({ dataDir, database: "few", persistent: true })
  note(`port ${server.port}`)

  return {
    ...server,
    stop: async () => {
      await server.stop()
      if (!keep) {
        const moved = await realpath(dataDir)
        await Promise.all([moved, dataDir, `${dataDir}.password`, `${dataDir}.port`].map(remove))
      }
    },
  }
}

const remove = (path: string) => rm(path, { recursive: true, force: true })

async function fillFew({ steps, life, flags, env }: Preparation, urls: { few: string }, file: CatalogueFile) {
  const own = { ...env, DATABASE_URL: urls.few }
  await steps.run("Migrate Merkato's database", () =>
    runToEnd(
      "medusa db:migrate",
      {
        args: ["--no-deprecation", MEDUSA_CLI, "db:migrate", "--execute-safe-links", "--execute-safe-search"],
        cwd: ROOT,
        env: own,
        log: statePath("bench/migrate.log"),
      },
      (child) => void life.claim.addChild(child)
    )
  )
  const loadsCatalogue = flags.only.includes("products")
  const limit = loadsCatalogue ? Math.ceil(flags.sizes.products / file.copies) : SOME_PRODUCTS
  const repeat = loadsCatalogue ? file.copies : 1
  await steps.run(`Load ${limit * repeat} products over ${flags.sizes.vendors.few} shops`, (note) =>
    seed({ life, env: own, note, name: "seed-few" }, [
      `--file=${file.path}`,
      `--vendors=${flags.sizes.vendors.few}`,
      `--limit=${limit}`,
      `--repeat=${repeat}`,
    ])
  )
  if (flags.only.includes("vendor-orders")) {
    const { few } = flags.sizes.vendor_orders
    await steps.run(`Write ${few} vendor orders`, () => insertVendorOrders(urls.few, few))
  }
}

async function fillMany({ steps, life, flags, env }: Preparation, urls: { few: string; many: string }) {
  const needsShops = flags.only.includes("shipping")
  const needsOrders = flags.only.includes("vendor-orders")
  if (!needsShops && !needsOrders) {
    return
  }
  await copyDatabase(urls.few, "many")
  if (needsShops) {
    const { many } = flags.sizes.vendors
    const path = statePath("bench/one-product-a-shop.csv")
    await writeCatalogue(path, many, "shop")
    await steps.run(`Open shops up to ${many}, a product more in each`, (note) =>
      seed({ life, env: { ...env, DATABASE_URL: urls.many }, note, name: "seed-many" }, [
        `--file=${path}`,
        `--vendors=${many}`,
      ])
    )
  }
  if (needsOrders) {
    const { few, many } = flags.sizes.vendor_orders
    await steps.run(`Write vendor orders up to ${many}`, () => insertVendorOrders(urls.many, many, few))
  }
}

type Seeding = { life: Lifetime; env: Env; note: Note; name: string }

async function seed({ life, env, note, name }: Seeding, args: string[]): Promise<void> {
  const flags = parseCatalogueFlags([...args, `--stock=${STOCK}`])
  const log = `bench/${name}.log`
  await withLogNote(statePath(log), note, () =>
    execScript("./bench/lib/seed.ts", [JSON.stringify(flags)], env, life.claim, log)
  )
}

async function copyDatabase(from: string, name: string): Promise<void> {
  await query(urlOf(from, "postgres"), `create database ${name} template few`)
}

async function isPrepared(url: string, stamp: string): Promise<boolean> {
  const [row] = await query(
    url,
    "select shobj_description(oid, 'pg_database') as stamp from pg_database where datname = 'few'"
  )

  return row?.stamp === stamp
}

/** What autovacuum would do in time, now, so that it does not happen in the middle of a measurement. */
async function settle(urls: string[]): Promise<void> {
  for (const url of urls) {
    const [found] = await query(urlOf(url, "postgres"), "select 1 from pg_database where datname = $1", [
      new URL(url).pathname.slice(1),
    ])
    if (found) {
      await query(url, "vacuum analyze")
    }
  }
  await query(urls[0] ?? "", "checkpoint")
}

function urlOf(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`

  return other.href
}
