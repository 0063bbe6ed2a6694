import { spawn } from "node:child_process"
import { chmod, mkdtemp, readFile, rm, statfs } from "node:fs/promises"
import { freemem, tmpdir } from "node:os"
import { join } from "node:path"
import { startPostgres } from "./lib/postgres"

/**
 * Runs the suite, or the kind that is named (`unit`, `modules`, `http`, `proofs`), on a throw-away PostgreSQL.
 * Further arguments go to jest: `npm test -- http --testPathPatterns checkout`.
 */
async function main(): Promise<number> {
  const [first, ...others] = process.argv.slice(2)
  const kind = ["unit", "modules", "http", "proofs"].find((name) => name === first)
  const jestArgs = kind ? others : process.argv.slice(2)

  const folder = await mkdtemp(join(await fastFolder(), "merkato-test-"))
  // As root the server runs as an ordinary user, who has to be able to enter.
  await chmod(folder, 0o755)
  const postgres =
    kind === "unit" ? undefined : await startPostgres({ dataDir: join(folder, "pg"), persistent: false })
  try {
    const report = join(folder, "report.json")
    const code = await runJest(jestArgs, report, {
      TEST_TYPE: kind,
      TEST_FOLDER: folder,
      DB_HOST: postgres?.host,
      DB_PORT: postgres ? String(postgres.port) : undefined,
      DB_USERNAME: postgres?.user,
      DB_PASSWORD: postgres?.password,
      DATABASE_URL: postgres?.url,
    })
    await printCounts(report)
    return code
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

function runJest(args: string[], report: string, env: Record<string, string | undefined>): Promise<number> {
  const jest = [
    "--experimental-vm-modules",
    "--no-warnings",
    // A server makes much that is soon garbage: with the default, half of it grows old first.
    "--max-semi-space-size=64",
    "node_modules/jest/bin/jest.js",
    "--forceExit",
    "--maxWorkers=2",
    "--json",
    `--outputFile=${report}`,
    ...args,
  ]

  return new Promise((resolve) => {
    const child = spawn(process.execPath, jest, {
      // jest prints its report on stderr; with --json its stdout repeats the report file.
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, ...env },
    })
    child.on("exit", (code) => resolve(code ?? 1))
  })
}

async function printCounts(report: string): Promise<void> {
  const result = JSON.parse(await readFile(report, "utf8"))
  const brokenFiles: number = result.numRuntimeErrorTestSuites
  const failed: number = result.numFailedTests + brokenFiles
  const skipped: number = result.numPendingTests
  console.log(`${result.numPassedTests} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`)
}

main()
  .then((code) => {
    process.exitCode = code
  })
  .catch((error) => {
    console.error(error)
    process.exitCode = 1
  })
