import { appEnv, migrateWhenChanged, untilHealthy } from "./lib/app"
import { Child } from "./lib/child"
import { openDatabase } from "./lib/database"
import { describeDemo, printAccess, writeDemoFile } from "./lib/demo-file"
import { type Lifetime, runCommand } from "./lib/lifetime"
import { readMarket } from "./lib/market/read"
import { seedMarket } from "./lib/market/seed-market"
import { MEDUSA_CLI, ROOT, statePath } from "./lib/paths"
import { usualPort } from "./lib/ports"
import { startSandbox } from "./lib/sandbox"
import { loadSecrets } from "./lib/secrets"
import { Steps } from "./lib/steps"

const USUAL_PORT = 9000
const USUAL_SANDBOX_PORT = 9010

/** `npm run dev`: the demo's database and sandbox, and a server that restarts when a source changes. */
async function dev({ claim, hold, untilInterrupted }: Lifetime): Promise<void> {
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
  const env = appEnv(settings)
  await steps.run("Bring the database up to date", async (note) => note(await migrateWhenChanged(env, claim)))
  const known = is_new ? undefined : await readMarket(database.url)
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
