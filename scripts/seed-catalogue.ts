import { appEnv, execOnTerminal, hasTables } from "./lib/app"
import { parseFlags, USAGE } from "./lib/catalogue/flags"
import { currentClaim } from "./lib/claim"
import { openDatabase } from "./lib/database"
import { type Lifetime, runCommand } from "./lib/lifetime"
import { loadSecrets } from "./lib/secrets"

const LOADER = "./scripts/lib/catalogue/load.ts"

/** `npm run seed:catalogue -- --file products.csv --vendors 20`: real products from a file, spread over shops. */
async function seedCatalogue({ claim, hold }: Lifetime): Promise<void> {
  const flags = parseFlags(process.argv.slice(2))
  if (!flags) {
    console.log(USAGE)
    return
  }
  const database = await hold(databaseOfRunningDemo())
  if (!(await hasTables(database.url))) {
    throw new Error("The database has no marketplace yet. Run `npm run demo -- --exit` first.")
  }
  const { secrets } = await loadSecrets()
  const env = appEnv({
    database_url: database.url,
    base_url: "http://localhost:9000",
    sandbox_url: "http://localhost:9010",
    secrets,
  })
  await execOnTerminal(LOADER, [JSON.stringify(flags)], env, claim)
}

/** A demo that is up shares its database; otherwise it is started for the time of the load. */
async function databaseOfRunningDemo() {
  const running = process.env.DATABASE_URL ? undefined : await currentClaim()

  return running?.database_url
    ? { url: running.database_url, stop: async () => undefined }
    : await openDatabase(() => undefined)
}

void runCommand("seed:catalogue", seedCatalogue, { beside_running: true })
