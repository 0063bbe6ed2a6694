import { type StdioOptions, spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { closeSync, existsSync, openSync } from "node:fs"
import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { Client } from "@medusajs/framework/pg"
import { freePort, usualPort } from "./ports"
import { type ServerHome, serverHome } from "./postgres-home"

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

/**
 * Starts a real PostgreSQL server from npm's binaries, on a free port, creating the cluster on first use.
 *
 * The package's own class is not used: it installs exit hooks, so that Ctrl-C would end the database before
 * the programs that use it, and it stays in the terminal's process group, which Ctrl-C interrupts too.
 */
export async function startPostgres(options: Options): Promise<RunningPostgres> {
  const home = await serverHome(options.dataDir)
  await endLeftOver(home)
  if (home.is_abandoned) {
    await rm(home.dataDir, { recursive: true, force: true })
  }

  const password = await clusterPassword(options.dataDir)
  if (!existsSync(join(home.dataDir, "PG_VERSION"))) {
    await createCluster(home, password)
  }
  // A kept cluster comes back on the port it had, so that tools find it again.
  const port = options.persistent ? await usualPort(`${options.dataDir}.port`) : await freePort()
  const postmaster = await startServer(home, port, options.persistent)

  const server = { host: "localhost", port, user: USER, password }
  const stop = async () => {
    await stopServer(home)
    await postmaster.ended
    if (!options.persistent) {
      await rm(home.dataDir, { recursive: true, force: true })
      await rm(passwordFile(options.dataDir), { force: true })
    }
  }
  try {
    const database = options.database ?? "postgres"
    await ensureDatabase(serverUrl(server, "postgres"), database)
    return { ...server, url: serverUrl(server, database), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const serverUrl = (server: Omit<RunningPostgres, "url" | "stop">, database: string) =>
  `postgres://${server.user}:${server.password}@${server.host}:${server.port}/${database}`

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

/** Built beside its place and then renamed: an interrupted first start leaves no half cluster. */
async function createCluster(home: ServerHome, password: string): Promise<void> {
  const building = `${home.dataDir}.new`
  const secret = `${home.dataDir}.initial-password`
  await rm(building, { recursive: true, force: true })
  await mkdir(building, { recursive: true, mode: 0o700 })
  await writeFile(secret, password, { mode: 0o600 })
  if (home.account) {
    await chown(building, home.account.uid, home.account.gid)
    await chown(secret, home.account.uid, home.account.gid)
  }

  const args = ["--pgdata", building, "--username", USER, "--pwfile", secret, "--auth", "scram-sha-256"]
  try {
    await run(home, "initdb", [...args, "--encoding=UTF8", "--locale=C", "--no-instructions"])
    await rm(home.dataDir, { recursive: true, force: true })
    await rename(building, home.dataDir)
  } finally {
    await rm(secret, { force: true })
    await rm(building, { recursive: true, force: true })
  }
}

type Postmaster = { ended: Promise<number | null> }

async function startServer(home: ServerHome, port: number, persistent: boolean): Promise<Postmaster> {
  const log = join(home.dataDir, "server.log")
  const output = openSync(log, "w")
  const settings = serverSettings(persistent).flatMap((setting) => ["-c", setting])
  const args = ["-D", home.dataDir, "-p", String(port), ...settings]
  const { ended } = launch(home, "postgres", args, ["ignore", output, output])
  closeSync(output)

  const ready = await Promise.race([untilReady(home), ended.then(() => false)])
  if (!ready) {
    const said = (await readFile(log, "utf8")).trim().split("\n").slice(-8).join("\n")
    throw new Error(
      `PostgreSQL did not start.\n${said}\n` +
        `Its data is in ${home.dataDir}. Set DATABASE_URL to use a database of your own instead.`
    )
  }

  return { ended }
}

/** The server writes its state into the last line of its pid file. */
async function untilReady({ dataDir }: ServerHome): Promise<boolean> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const status = await readFile(join(dataDir, "postmaster.pid"), "utf8").catch(() => "")
    if (status.split("\n")[7]?.trim() === "ready") {
      return true
    }
    await new Promise((wake) => setTimeout(wake, 50))
  }

  return false
}

function serverSettings(persistent: boolean): string[] {
  // No socket file: nothing to collide with another server of this machine.
  const settings = ["listen_addresses=localhost", "unix_socket_directories=", "max_connections=200"]
  const throwAway = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]

  return [...settings, "shared_buffers=256MB", ...(persistent ? [] : throwAway)]
}

async function stopServer(home: ServerHome): Promise<void> {
  if (existsSync(join(home.dataDir, "postmaster.pid"))) {
    await run(home, "pg_ctl", ["stop", "--mode=fast", "--wait", "--timeout=60", `--pgdata=${home.dataDir}`])
  }
}

/** A server that outlived its parent (a hard kill) still holds the cluster: end it before starting anew. */
async function endLeftOver(home: ServerHome): Promise<void> {
  const pidFile = join(home.dataDir, "postmaster.pid")
  if (!existsSync(pidFile)) {
    return
  }
  const pid = Number((await readFile(pidFile, "utf8")).split("\n")[0])
  if (await isPostgres(pid)) {
    await stopServer(home)
  } else {
    await rm(pidFile, { force: true })
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

async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [name])
    if (found.rowCount === 0) {
      await client.query(`create database ${client.escapeIdentifier(name)}`)
    }
  } finally {
    await client.end()
  }
}

async function run(home: ServerHome, program: "initdb" | "pg_ctl", args: string[]): Promise<void> {
  const { child, ended } = launch(home, program, args, ["ignore", "ignore", "pipe"])
  let complaint = ""
  child.stderr?.on("data", (chunk) => {
    complaint += chunk
  })
  const code = await ended
  if (code !== 0) {
    throw new Error(`${program} ended with code ${code}. ${complaint.trim()}`)
  }
}

/** Starts one of the server's programs as its account, in a folder which that account can enter. */
function launch(home: ServerHome, program: string, args: string[], stdio: StdioOptions) {
  const child = spawn(join(home.binaries, "bin", program), args, {
    ...home.account,
    cwd: home.binaries,
    env: { ...process.env, LC_MESSAGES: "C" },
    detached: process.platform !== "win32",
    stdio,
  })
  const ended = new Promise<number | null>((resolve, failed) => {
    child.once("error", failed)
    child.once("exit", resolve)
  })

  return { child, ended }
}
