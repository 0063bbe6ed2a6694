const { createServer } = require("node:http")
const Module = require("node:module")

/**
 * Loaded into both servers before anything else (`node --require`): counts the SQL statements that leave the
 * process and answers on a port of its own. Plain JavaScript, because the stock server has no TypeScript to load.
 */
const QUIET_MS = 120
const PATIENCE_MS = 30_000

const state = { count: 0, running: 0, last: 0, since: 0, cpu: process.cpuUsage(), statements: [] }

function count(config) {
  state.count += 1
  state.last = Date.now()
  const at_ms = performance.now() - state.since
  state.statements.push({ at_ms, text: typeof config === "string" ? config : config?.text })
}

/** Ends are watched too: the answer to a slow statement is followed by others. */
function ended() {
  state.running -= 1
  state.last = Date.now()
}

function watch(Client) {
  const original = Client.prototype.query
  Client.prototype.query = function query(config, values, callback) {
    count(config)
    state.running += 1
    const args = [config, values, callback]
    const at = args.findIndex((arg) => typeof arg === "function")
    if (at >= 0) {
      const done = args[at]
      args[at] = (...results) => {
        ended()
        done(...results)
      }
      return original.apply(this, args.slice(0, at + 1))
    }
    const result = original.apply(this, args)
    if (typeof result?.then === "function") {
      result.then(ended, ended)
    } else {
      // A stream of rows: its start is all that is counted.
      ended()
    }
    return result
  }
}

const watched = new Set()
const load = Module._load
Module._load = function _load(request, ...others) {
  const exported = load.call(this, request, ...others)
  // There is more than one copy of the driver among Medusa's dependencies.
  if (request === "pg" && exported.Client && !watched.has(exported.Client)) {
    watched.add(exported.Client)
    watch(exported.Client)
  }
  return exported
}

async function untilQuiet() {
  const since = Date.now()
  while (state.running > 0 || Date.now() - state.last < QUIET_MS) {
    if (Date.now() - since > PATIENCE_MS) {
      const last = state.statements
        .slice(-3)
        .map(({ text }) => text)
        .join("\n")
      throw new Error(`The server is not quiet: ${state.running} statements run, the last ones are\n${last}`)
    }
    await new Promise((wake) => setTimeout(wake, 20))
  }
}

const actions = {
  /** Waits for what runs in the background and begins to count. */
  "/begin": async () => {
    await untilQuiet()
    Object.assign(state, { count: 0, since: performance.now(), cpu: process.cpuUsage(), statements: [] })
    return {}
  },
  "/spent": async () => {
    const { user, system } = process.cpuUsage(state.cpu)
    return { count: state.count, cpu_ms: (user + system) / 1000 }
  },
  "/end": async () => {
    await untilQuiet()
    return { count: state.count, statements: state.statements }
  },
  /** A page of a vendor's orders by the module's own method, which has no HTTP route. */
  "/vendor-orders": async (query) => {
    const { container } = require("@medusajs/framework")
    const started = performance.now()
    const page = await container
      .resolve("vendor_order")
      .listOfVendor({ vendor_id: query.get("vendor_id") }, { take: Number(query.get("take")), skip: 0 })
    return { ms: performance.now() - started, rows: page.vendor_orders.length, total: page.count }
  },
}

async function answer(req, res) {
  const { pathname, searchParams } = new URL(req.url, "http://control")
  try {
    res.end(JSON.stringify(await actions[pathname](searchParams)))
  } catch (error) {
    res.statusCode = 500
    res.end(String(error?.stack ?? error))
  }
}

createServer(answer).listen(Number(process.env.BENCH_CONTROL_PORT), "127.0.0.1").unref()
