import { randomBytes } from "node:crypto"
import { Client } from "@medusajs/framework/pg"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { until } from "./until"

type Options = Parameters<typeof medusaIntegrationTestRunner>[0]

/** The tests of a block begin with what `work` does, which is done once; what it answers is there when they run. */
export type BeginWith = <Made>(work: () => Promise<Made>) => () => Made

type Given = Parameters<Options["testSuite"]>[0] & { beginWith: BeginWith }

type ServerTests = Omit<Options, "dbName" | "hooks" | "inApp" | "testSuite"> & {
  testSuite: (given: Given) => void
}

/** The database as the first server of this run has left it when it was up: migrated, and nothing sold. */
const BOOTED = "merkato_booted"

/** Whoever hears of something does so a moment later. */
const QUIET_LOOKS = 5
const LOCKED = "select 1 from lock_lease where expires_at > clock_timestamp()"

/**
 * Tests against this project's whole server, over HTTP and through its container. Medusa's runner migrates an empty database for each
 * file, a third of its start; here the first file of a run does so, and the others begin with a copy.
 */
export function serverTests({ testSuite, ...options }: ServerTests): void {
  const dbName = `merkato-${randomBytes(8).toString("hex")}`

  medusaIntegrationTestRunner({
    inApp: true,
    ...options,
    dbName,
    hooks: { beforeServerStart: () => copyBooted(dbName) },
    testSuite: (given) => {
      let has_begun = false
      beforeAll(() => keepBooted(dbName))
      beforeEach(() => {
        has_begun = true
      })
      testSuite({ ...given, beginWith: beginWithin(given, `${dbName}-before`, () => has_begun) })
    },
  })
}

/** Each test begins with the runner's copy of the database: within a block it is another, and after it the one from before. */
function beginWithin(
  { dbConnection, dbUtils, utils }: Parameters<Options["testSuite"]>[0],
  before: string,
  hasBegun: () => boolean
): BeginWith {
  return <Made>(work: () => Promise<Made>) => {
    let made: { answer: Made } | undefined
    beforeAll(async () => {
      if (hasBegun()) {
        await dbUtils.restore()
      }
      await dbUtils.snapshot({ templateName: before })
      made = { answer: await work() }
      // What is given back after an answer, or taken by whoever hears of it: in a copy it would stay locked, by a process that lives.
      let quiet = 0
      await until(async () => {
        await utils.waitWorkflowExecutions()
        quiet = (await dbConnection.raw(LOCKED)).rows.length === 0 ? quiet + 1 : 0
        return quiet >= QUIET_LOOKS
      })
      await dbUtils.snapshot()
    })
    // Nobody works at the copy yet, so that a lock in it is nobody's.
    beforeEach(() => dbConnection.raw("delete from lock_lease"))
    afterAll(async () => {
      await dbUtils.restore({ templateName: before })
      await dbUtils.snapshot()
    })

    return () => {
      if (!made) {
        throw new RangeError("the block has not begun")
      }
      return made.answer
    }
  }
}

/** Without one to copy the runner finds no database, and makes it. */
async function copyBooted(dbName: string): Promise<void> {
  await alone(async (server) => {
    if (await exists(server, BOOTED)) {
      await server.query(`create database "${dbName}" template ${BOOTED}`)
    }
  })
}

async function keepBooted(dbName: string): Promise<void> {
  await alone(async (server) => {
    if (await exists(server, BOOTED)) {
      return
    }
    // PostgreSQL copies no database that somebody is connected to; the server connects anew.
    await server.query(`alter database "${dbName}" allow_connections false`)
    try {
      await server.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [
        dbName,
      ])
      await server.query(`create database ${BOOTED} template "${dbName}"`)
    } finally {
      await server.query(`alter database "${dbName}" allow_connections true`)
    }
  })
}

async function exists(server: Client, name: string): Promise<boolean> {
  const { rowCount } = await server.query("select 1 from pg_database where datname = $1", [name])

  return rowCount === 1
}

/** One file at a time: two run beside each other. */
async function alone(work: (server: Client) => Promise<void>): Promise<void> {
  const server = new Client({
    host: process.env.DB_HOST,
    port: Number(process.env.DB_PORT),
    user: process.env.DB_USERNAME,
    password: process.env.DB_PASSWORD,
    database: "postgres",
  })
  await server.connect()
  try {
    await server.query("select pg_advisory_lock(hashtext($1))", [BOOTED])
    await work(server)
  } finally {
    await server.end()
  }
}
