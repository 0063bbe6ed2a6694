import { spawn } from "node:child_process"
import { chmod, mkdtemp, rm, statfs } from "node:fs/promises"
import { freemem, tmpdir } from "node:os"
import { join } from "node:path"
import { startPostgres } from "./lib/postgres"
import { runJest } from "./lib/run-jest"

/**
 * Runs the suite and the tests in a browser, or the kind that is named (`unit`, `modules`, `http`, `proofs`), on a throw-away
 * PostgreSQL. Further arguments go to jest: `npm test -- http --testPathPatterns checkout`.
 */
async function main(): Promise<number> {
  const [first, ...others] = process.argv.slice(2)
  const kind = ["unit", "modules", "http", "proofs"].find((name) => name === first)
  const code = await runSuite(kind, kind ? others : process.argv.slice(2))
  const isAll = first === undefined

  return (isAll && (await runBrowserTests())) || code
}

async function runSuite(kind: string | undefined, args: string[]): Promise<number> {
  const folder = await mkdtemp(join(await fastFolder(), "merkato-test-"))
  // As root the server runs as an ordinary user, who has to be able to enter.
  await chmod(folder, 0o755)
  const postgres =
    kind === "unit" ? undefined : await startPostgres({ dataDir: join(folder, "pg"), persistent: false })
  try {
    return await runJest({
      args: ["--maxWorkers=2", ...args],
      report: join(folder, "report.json"),
      env: {
        TEST_TYPE: kind,
        TEST_FOLDER: folder,
        DB_HOST: postgres?.host,
        DB_PORT: postgres ? String(postgres.port) : undefined,
        DB_USERNAME: postgres?.user,
        DB_PASSWORD: postgres?.password,
        DATABASE_URL: postgres?.url,
      },
    })
  } finally {
    await postgres?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const GIGABYTE = 1024 ** 3

/**
 * Most tests start from a copy of a whole database, thousands of small files: in memory that takes a fifth of the
 * time. The usual folder when this machine has no such place, or not the room.
 */
async function fastFolder(): Promise<string> {
  const inMemory = "/dev/shm"
  const place = await statfs(inMemory).catch(() => undefined)
  const has_room =
    place !== undefined && place.bavail * place.bsize > 4 * GIGABYTE && freemem() > 10 * GIGABYTE

  return has_room ? inMemory : tmpdir()
}

/** In a process of its own, which says so where there is no browser. */
function runBrowserTests(): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/test-browser.ts"], {
      stdio: "inherit",
    })
    child.on("exit", (status) => resolve(status ?? 1))
  })
}

main()
  .then((code) => {
    process.exitCode = code
  })
  .catch((error) => {
    console.error(error)
    process.exitCode = 1
  })
