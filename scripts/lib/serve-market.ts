import { type AppSettings, appEnv, buildWhenChanged, migrateWhenChanged, startBuiltServer } from "./app"
import { type Demo, describeDemo, writeDemoFile } from "./demo-file"
import type { Lifetime } from "./lifetime"
import { type DemoMarket, readMarket } from "./market/read"
import { seedMarket } from "./market/seed-market"
import { startStack } from "./stack"
import type { Steps } from "./steps"

/** Builds, migrates, seeds and serves the marketplace of the demo, with its database and payment sandbox. */
export async function serveMarket(life: Lifetime, steps: Steps): Promise<Demo> {
  const { claim } = life
  const { settings, port, secrets_are_new } = await startStack(life, steps)
  const market = await prepare(steps, settings, claim, secrets_are_new)

  await steps.run("Start the server", () => startBuiltServer(appEnv(settings), port, claim))
  const demo = describeDemo(settings, market, settings.secrets)
  await writeDemoFile(demo)

  return demo
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
