import type { AppSettings } from "./app"
import { openDatabase } from "./database"
import type { Lifetime } from "./lifetime"
import { statePath } from "./paths"
import { usualPort } from "./ports"
import { startSandbox } from "./sandbox"
import { loadSecrets } from "./secrets"
import type { Steps } from "./steps"

const USUAL_PORT = 9000
const USUAL_SANDBOX_PORT = 9010

type Stack = { settings: AppSettings; port: number; secrets_are_new: boolean }

/** Everything around the server: secrets, a port for it, the database and the payment sandbox. */
export async function startStack({ claim, hold }: Lifetime, steps: Steps): Promise<Stack> {
  const { secrets, is_new } = await loadSecrets()
  const port = await usualPort(statePath("server.port"), USUAL_PORT)
  const base_url = `http://localhost:${port}`
  const database = await steps.run("Start PostgreSQL", (note) => hold(openDatabase(note)))
  await claim.setDatabase(database.url)
  const sandbox = await steps.run("Start the payment sandbox", () =>
    hold(startSandbox({ base_url, secrets, usual_port: USUAL_SANDBOX_PORT }))
  )
  const settings = { database_url: database.url, base_url, sandbox_url: sandbox.url, secrets }

  return { settings, port, secrets_are_new: is_new }
}
