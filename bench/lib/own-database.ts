import { mkdir, realpath, rm } from "node:fs/promises"
import { runToEnd } from "../../scripts/lib/child"
import type { Lifetime } from "../../scripts/lib/lifetime"
import { MEDUSA_CLI, ROOT, statePath } from "../../scripts/lib/paths"
import { startPostgres } from "../../scripts/lib/postgres"
import type { Steps } from "../../scripts/lib/steps"
import type { Env } from "./servers"

type Options = { name: string; steps: Steps; life: Lifetime; env: Env }

/** A migrated database on a PostgreSQL server of the bench's own; answers its address. */
export async function prepareOwnDatabase({ name, steps, life, env }: Options): Promise<string> {
  await mkdir(statePath("bench"), { recursive: true })
  const server = await steps.run("Start a PostgreSQL server for the bench, with fsync", () =>
    life.hold(startOwnPostgres(statePath(`bench/postgres-${name}`), name))
  )
  await steps.run("Migrate its database", () =>
    runToEnd(
      "medusa db:migrate",
      {
        args: ["--no-deprecation", MEDUSA_CLI, "db:migrate", "--execute-safe-links", "--execute-safe-search"],
        cwd: ROOT,
        env: { ...env, DATABASE_URL: server.url },
        log: statePath(`bench/migrate-${name}.log`),
      },
      (child) => void life.claim.addChild(child)
    )
  )

  return server.url
}

/** Kept on disk while it runs, so that it waits for its disk as a real one does; deleted at the end. */
async function startOwnPostgres(dataDir: string, database: string) {
  const server = await startPostgres({ dataDir, database, persistent: true })

  return {
    ...server,
    stop: async () => {
      await server.stop()
      const moved = await realpath(dataDir)
      const left = [moved, dataDir, `${dataDir}.password`, `${dataDir}.port`]
      await Promise.all(left.map((path) => rm(path, { recursive: true, force: true })))
    },
  }
}
