import { randomBytes } from "node:crypto"
import { parseArgs } from "node:util"
import { startPaystackSandbox } from "../sandbox"
import { runToEnd } from "../scripts/lib/child"
import { type Lifetime, runCommand } from "../scripts/lib/lifetime"
import { MEDUSA_CLI, ROOT, statePath } from "../scripts/lib/paths"
import { Steps } from "../scripts/lib/steps"
import { prepareOwnDatabase } from "./lib/own-database"
import { printFigures } from "./lib/report"
import { type Login, measureGuard } from "./lib/scenarios/guard"
import { measureLogin } from "./lib/scenarios/login"
import { type Env, MERKATO_DIRECTORY, startServer, writeStockProject } from "./lib/servers"
import { benchEnv } from "./lib/shops"

const USAGE = `Usage: npm run bench:access -- [flags]

  --rounds <n>   measured rounds of every comparison (40)`

/** `npm run bench:access`: what guarding the doors costs, side by side in one run on one PostgreSQL server. */
async function bench(life: Lifetime): Promise<void> {
  const { values } = parseArgs({
    options: { rounds: { type: "string", default: "40" }, help: { type: "boolean", default: false } },
  })
  const rounds = Number(values.rounds)
  if (values.help || !Number.isInteger(rounds) || rounds < 1) {
    console.log(USAGE)
    return
  }
  const steps = new Steps()
  const sandbox = await life.hold(
    startPaystackSandbox({ secret_key: `sk_test_${randomBytes(20).toString("hex")}` })
  )
  const env = benchEnv(sandbox)
  const database_url = await prepareOwnDatabase({ name: "access", steps, life, env })
  const start = (name: string, more: Env) =>
    steps.run(`Start the server with ${name}`, () =>
      startServer({
        name: name.replaceAll(" ", "-"),
        directory: MERKATO_DIRECTORY,
        env: { ...env, ...more },
        database_url,
        claim: life.claim,
      })
    )
  const limited = await start("limits on", { RATE_LIMIT_FACTOR: "1" })
  const unlimited = await start("limits off", { RATE_LIMIT_FACTOR: "0" })
  const login = { email: "staff@example.com", password: randomBytes(16).toString("base64url") }
  await makeOwner({ life, steps, login, env: { ...env, DATABASE_URL: database_url } })
  const stock = await steps.run("Start stock Medusa on the same database", async () =>
    startServer({ name: "stock", directory: await writeStockProject(), env, database_url, claim: life.claim })
  )

  const figures = [
    ...(await measureGuard({ guarded: limited, stock }, { login, rounds, warm_up: 5 }, steps)),
    ...(await measureLogin({ limited, unlimited }, { rounds, warm_up: 5 }, steps)),
  ]
  console.log(printFigures(figures))
  console.log(`After ${steps.elapsed()}`)
}

type Owner = { life: Lifetime; steps: Steps; login: Login; env: Env }

async function makeOwner({ life, steps, login, env }: Owner): Promise<void> {
  const run = (name: string, ...args: string[]) =>
    runToEnd(
      name,
      { args: ["--no-deprecation", MEDUSA_CLI, ...args], cwd: ROOT, env, log: statePath("bench/owner.log") },
      (child) => void life.claim.addChild(child)
    )
  await steps.run("Make a platform owner", async () => {
    await run("medusa user", "user", "--email", login.email, "--password", login.password)
    await run("medusa exec", "exec", "./src/scripts/grant-staff.ts", login.email, "owner")
  })
}

void runCommand("bench:access", bench, { beside_running: true })
