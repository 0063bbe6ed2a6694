import { appEnv, migrateWhenChanged, untilHealthy } from "./lib/app"
import { Child } from "./lib/child"
import { describeDemo, printAccess, writeDemoFile } from "./lib/demo-file"
import { type Lifetime, runCommand } from "./lib/lifetime"
import { readMarket } from "./lib/market/read"
import { seedMarket } from "./lib/market/seed-market"
import { MEDUSA_CLI, ROOT } from "./lib/paths"
import { startStack } from "./lib/stack"
import { Steps } from "./lib/steps"

/** `npm run dev`: the demo's database and sandbox, and a server that restarts when a source changes. */
async function dev(life: Lifetime): Promise<void> {
  const { claim, untilInterrupted } = life
  const steps = new Steps()
  const { settings, port, secrets_are_new } = await startStack(life, steps)
  const { base_url, database_url, secrets } = settings
  const env = appEnv(settings)
  await steps.run("Bring the database up to date", async (note) => note(await migrateWhenChanged(env, claim)))
  const known = secrets_are_new ? undefined : await readMarket(database_url)
  const market = known ?? (await steps.run("Seed the marketplace", () => seedMarket(env, secrets, claim)))

  const server = new Child({
    args: ["--no-deprecation", MEDUSA_CLI, "develop", "--port", String(port)],
    cwd: ROOT,
    env: { ...env, NODE_ENV: "development" },
    log: "terminal",
  })
  await claim.addChild(server)
  await untilHealthy(server, `${base_url}/health`)

  const access = describeDemo(settings, market, secrets)
  await writeDemoFile(access)
  console.log(`\n${printAccess(access)}\n`)
  await Promise.race([untilInterrupted(), server.ended])
}

void runCommand("dev", dev)
