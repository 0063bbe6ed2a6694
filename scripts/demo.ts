import { parseArgs } from "node:util"
import { type AppSettings, appEnv, buildWhenChanged, migrateWhenChanged, startBuiltServer } from "./lib/app"
import { openDatabase } from "./lib/database"
import { describeDemo, printAccess, writeDemoFile } from "./lib/demo-file"
import { type Lifetime, runCommand } from "./lib/lifetime"
import { type DemoMarket, readMarket } from "./lib/market/read"
import { seedMarket } from "./lib/market/seed-market"
import { statePath } from "./lib/paths"
import { usualPort } from "./lib/ports"
import { printReceipt, problemsOf, readReceipt } from "./lib/receipt"
import { startSandbox } from "./lib/sandbox"
import { loadSecrets } from "./lib/secrets"
import { shop } from "./lib/shop/shopper"
import { Steps } from "./lib/steps"

const USUAL_PORT = 9000
const USUAL_SANDBOX_PORT = 9010

/** `npm run demo`: the whole marketplace on this machine, and one purchase in it. `--exit` ends after that. */
async function demo({ claim, hold, untilInterrupted }: Lifetime): Promise<void> {
  const { values } = parseArgs({ options: { exit: { type: "boolean", default: false } } })
  const steps = new Steps()
  const { secrets, is_new } = await loadSecrets()
  const port = await usualPort(statePath("server.port"), USUAL_PORT)
  const base_url = `http://localhost:${port}`

  const database = await steps.run("Start PostgreSQL", (note) => hold(openDatabase(note)))
  await claim.setDatabase(database.url)
  const sandbox = await steps.run("Start the payment sandbox", () =>
    hold(startSandbox({ base_url, secrets, usual_port: USUAL_SANDBOX_PORT }))
  )
  const settings = { database_url: database.url, base_url, sandbox_url: sandbox.url, secrets }
  const market = await prepare(steps, settings, claim, is_new)

  await steps.run("Start the server", () => startBuiltServer(appEnv(settings), port, claim))
  const access = describeDemo(settings, market, secrets)
  await writeDemoFile(access)
  steps.say(`  ${base_url} answers, the admin is at ${access.admin_url} (after ${steps.elapsed()})`)

  const order_id = await steps.run("Buy from three shops in one cart", (note) =>
    shop({ ...market, base_url, vendor_count: 3 }, note)
  )
  await writeDemoFile({ ...access, order_id })

  const receipt = await readReceipt(database.url, order_id)
  console.log(`\n${printReceipt(receipt)}`)
  const problems = problemsOf(receipt)
  if (problems.length) {
    throw new Error(problems.join("\n"))
  }
  console.log(`\n${printAccess({ ...access, order_id })}`)
  if (!values.exit) {
    console.log("\nRunning until you press Ctrl-C.")
    await untilInterrupted()
    console.log("\nStopping.")
  }
}

/** Building needs no database, so a first start builds while it migrates and seeds. */
async function prepare(
  steps: Steps,
  settings: AppSettings,
  claim: Lifetime["claim"],
  secretsAreNew: boolean
): Promise<DemoMarket> {
  const env = appEnv(settings)
  const [market] = await Promise.all([
    (async () => {
      await steps.run("Bring the database up to date", async (note) =>
        note(await migrateWhenChanged(env, claim))
      )
      const known = secretsAreNew ? undefined : await readMarket(settings.database_url)
      return (
        known ?? (await steps.run("Seed the marketplace", () => seedMarket(env, settings.secrets, claim)))
      )
    })(),
    steps.run("Build the server and the admin", async (note) => note(await buildWhenChanged(env, claim))),
  ])

  return market
}

void runCommand("demo", demo)
