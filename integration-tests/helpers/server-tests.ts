import { randomBytes } from "node:crypto"
import { Client } from "@medusajs/framework/pg"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

type Options = Parameters<typeof medusaIntegrationTestRunner>[0]

/** All tests from here to the end of the file begin with what `work` does, which is done once. */
export type BeginWith = (work: () => Promise<unknown>) => void

type Given = Parameters<Options["testSuite"]>[0] & { beginWith: BeginWith }

type ServerTests = Omit<Options, "dbName" | "hooks" | "inApp" | "testSuite"> & {
  testSuite: (given: Given) => void
}

/** The database as the first server of this run has left it when it was up: migrated, and nothing sold. */
const BOOTED = "merkato_booted"

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
      testSuite({
        ...given,
        beginWith: (work) =>
          beforeAll(async () => {
            if (has_begun) {
              await given.dbUtils.restore()
            }
            await work()
            await given.utils.waitWorkflowExecutions()
            await given.dbUtils.snapshot()
          }),
      })
    },
  })
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
