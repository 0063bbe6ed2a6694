import { parseArgs } from "node:util"
import { type AppSettings, appEnv, buildWhenChanged, migrateWhenChanged, startBuiltServer } from "./lib/app"
import { describeDemo, printAccess, writeDemoFile } from "./lib/demo-file"
import { type Lifetime, runCommand } from "./lib/lifetime"
import { type DemoMarket, readMarket } from "./lib/market/read"
import { seedMarket } from "./lib/market/seed-market"
import { printReceipt, problemsOf, readReceipt } from "./lib/receipt"
import { afterSale } from "./lib/shop/after-sale"
import { shop } from "./lib/shop/shopper"
import { startStack } from "./lib/stack"
import { printStatements } from "./lib/statements"
import { Steps } from "./lib/steps"

/** `npm run demo`: the whole marketplace on this machine, and one purchase in it. `--exit` ends after that. */
async function demo(life: Lifetime): Promise<void> {
  const { claim, untilInterrupted } = life
  const { values } = parseArgs({ options: { exit: { type: "boolean", default: false } } })
  const steps = new Steps()
  const { settings, port, secrets_are_new } = await startStack(life, steps)
  const { base_url, database_url, secrets } = settings
  const market = await prepare(steps, settings, claim, secrets_are_new)

  await steps.run("Start the server", () => startBuiltServer(appEnv(settings), port, claim))
  const access = describeDemo(settings, market, secrets)
  await writeDemoFile(access)
  steps.say(`  ${base_url} answers, the admin is at ${access.admin_url} (after ${steps.elapsed()})`)

  const order_id = await steps.run("Buy from three shops in one cart", (note) =>
    shop({ ...market, base_url, vendor_count: 3, buyer: access.buyer }, note)
  )
  await writeDemoFile({ ...access, order_id })

  const receipt = await readReceipt(database_url, order_id)
  console.log(`\n${printReceipt(receipt)}`)
  const problems = problemsOf(receipt)
  if (problems.length) {
    throw new Error(problems.join("\n"))
  }
  await steps.run("Deliver, give back, dispute, release and pay out", (note) =>
    afterSale({ ...access, order_id }, note)
  )
  console.log(await printStatements(access))
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
