import { WorkflowManager } from "@medusajs/framework/orchestration"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { KillSwitch } from "./kill-switch"

/** The workflows of completion and of the inbox; core's others show by what they write. */
const WORKFLOWS = [
  "complete-cart",
  "partition-order",
  "process-inbox-event",
  "repair-checkout",
  "settle-gateway-transaction",
]

const METHODS: Record<string, string[]> = {
  webhook: ["receive", "claimOne", "complete"],
  gateway: ["checkCharge", "refund", "settle"],
  ledger: ["post"],
  vendor_order: ["openCheckout", "recordPartition", "closeCheckout"],
}

/**
 * Watches the places after which a server may be killed: every step of the workflows, calls of our modules, every commit
 * to the database and every answer of the gateway. Returns the names of those that are known beforehand.
 */
export function watchPoints(container: MedusaContainer, kill: KillSwitch): string[] {
  watchCommits(container, kill)
  watchGateway(kill)

  return [
    ...WORKFLOWS.flatMap((workflowId) => watchSteps(workflowId, kill)),
    ...watchMethods(container, kill),
  ]
}

type Work = (...args: unknown[]) => Promise<unknown>
type Handlers = Map<string, { invoke: Work; compensate?: Work }>

function watchSteps(workflowId: string, kill: KillSwitch): string[] {
  const handlers = (WorkflowManager.getWorkflow(workflowId) as unknown as { handlers_: Handlers }).handlers_
  const watched = (work: Work, point: string): Work => {
    return async (...args) => {
      await kill.gate()
      const result = await work(...args)
      await kill.passed(point)
      return result
    }
  }
  for (const [stepId, { invoke, compensate }] of handlers) {
    handlers.set(stepId, {
      invoke: watched(invoke, `step ${workflowId}/${stepId}`),
      compensate: compensate && watched(compensate, `undo ${workflowId}/${stepId}`),
    })
  }

  return [...handlers.keys()].map((stepId) => `step ${workflowId}/${stepId}`)
}

function watchMethods(container: MedusaContainer, kill: KillSwitch): string[] {
  return Object.entries(METHODS).flatMap(([module, methods]) =>
    methods.map((method) => {
      const service = container.resolve<Record<string, Work>>(module)
      const original = service[method]?.bind(service)
      if (!original) {
        throw new Error(`Module ${module} has no method ${method} any more`)
      }
      service[method] = async (...args) => {
        await kill.gate()
        nameInboxRun(module, method, args, kill)
        const result = await original(...args)
        await kill.passed(`call ${module}.${method}`)
        return result
      }
      return `call ${module}.${method}`
    })
  )
}

/** An event says only in its body what it is about. */
function nameInboxRun(module: string, method: string, args: unknown[], kill: KillSwitch): void {
  if (module === "webhook" && method === "receive") {
    const { type, reference } = args[0] as { type: string; reference: string | null }
    kill.nameRun(`inbox:${type}:${reference}`)
  }
}

function watchGateway(kill: KillSwitch): void {
  const original = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    await kill.gate()
    const answer = await original(input, init)
    const [, ...path] = new URL(String(input)).pathname.split("/")
    await kill.passed(`gateway ${init?.method ?? "GET"} /${path.slice(0, 2).join("/")}`)
    return answer
  }
}

type Connection = object
type Driver = {
  acquireConnection: (this: Driver) => Promise<Connection>
  _query: (this: Driver, connection: Connection, query: { sql: string }) => Promise<unknown>
}

/** Values are written into the statement, and a failure that is stored quotes the statement that failed. */
const LITERAL = /'(?:[^']|'')*'/g

/** The engine's own journal is not read again after a restart, and a lock is worth what its process is. */
const BESIDE = [/ workflow_execution$/, / lock_lease$/]
const WRITE =
  /\b(?:insert into|delete from)\s+(?:"public"\.)?"?\w+|(?<!do )\bupdate\s+(?:"public"\.)?"?\w+"?(?=\s+(?:as\s+\S+\s+)?set\b)/gi

/**
 * A commit is a point. A frozen run gets no connection any more, so that it can neither read nor write; a
 * transaction that is under way in a parallel step ends by itself.
 */
function watchCommits(container: MedusaContainer, kill: KillSwitch): void {
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as {
    client: Driver
  }
  const driver = Object.getPrototypeOf(connection.client) as Driver
  const { acquireConnection, _query: query } = driver
  const open = new WeakMap<Connection, Set<string>>()

  driver.acquireConnection = async function () {
    await kill.gate()
    return acquireConnection.call(this)
  }
  driver._query = async function (of, statement) {
    const answer = await query.call(this, of, statement)
    const written = committed(open, of, statement.sql)
    if (written.length) {
      await kill.passed(`commit ${written.join(", ")}`, false)
    }
    return answer
  }
}

/** What has become durable with this statement. In a fixed order: the ORM's own varies from run to run. */
function committed(open: WeakMap<Connection, Set<string>>, of: Connection, sql: string): string[] {
  if (/^\s*begin/i.test(sql)) {
    open.set(of, new Set())
    return []
  }
  const transaction = open.get(of)
  if (/^\s*(commit|rollback)\b(?! to)/i.test(sql)) {
    open.delete(of)
    return /^\s*commit/i.test(sql) ? [...(transaction ?? [])].toSorted() : []
  }
  const writes = writesOf(sql)
  if (transaction) {
    for (const write of writes) {
      transaction.add(write)
    }
    return []
  }

  return writes.toSorted()
}

function writesOf(sql: string): string[] {
  if (/^\s*select\b/i.test(sql)) {
    return []
  }

  return [...sql.replaceAll(LITERAL, "''").matchAll(WRITE)]
    .map(([write]) => write.toLowerCase().replaceAll('"', "").split(/\s+/))
    .map((words) => `${words[0]} ${words.at(-1)?.replace("public.", "")}`)
    .filter((write) => !BESIDE.some((table) => table.test(write)))
}
