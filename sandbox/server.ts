import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import type { Fault, Faults } from "./faults"
import { type ApiAnswer, parseBody, portOf, send } from "./http"
import { ApiError } from "./state"
import type { Delivery, Webhooks } from "./webhooks"

type Refuse = (error: unknown) => ApiAnswer

/** One call of an API: what it is named in faults and in the list of calls, and what it sends. */
export type SandboxCall = { call: string; body: unknown }

/** What a test can switch and look at in every sandbox. */
export type SandboxSwitches = {
  deliveries: () => readonly Delivery[]
  /** Calls of the API in their order, such as `POST /refund`, with the body. */
  calls: () => readonly SandboxCall[]
  fault: (fault: Fault) => void
  /** Switches every fault off that has not happened yet. */
  clearFaults: () => void
  redeliver: (reference: string) => void
  setWebhookUrl: (url: string | null) => void
}

type Switched = { faults: Faults; webhooks: () => Webhooks; calls: readonly SandboxCall[] }

export const switchesOf = ({ faults, webhooks, calls }: Switched): SandboxSwitches => ({
  deliveries: () => webhooks().deliveries,
  calls: () => calls,
  fault: (fault) => faults.set(fault),
  clearFaults: () => faults.clear(),
  redeliver: (reference) => webhooks().redeliver(reference),
  setWebhookUrl: (url) => {
    webhooks().url = url
  },
})

const HANGS_MS = 60_000

/** Listens on the port, or on any free one. */
export async function listen(
  handle: (req: IncomingMessage, res: ServerResponse) => Promise<void>,
  { port, refuse }: { port?: number; refuse: Refuse }
): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer((req, res) => {
    handle(req, res).catch((error) => (res.headersSent ? res.destroy() : send(res, refuse(error))))
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port ?? 0, "127.0.0.1", resolve)
  })

  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** Answers a call, unless a fault is set on it. */
export async function answerWithFaults(
  res: ServerResponse,
  call: string,
  { faults, refuse, answer }: { faults: Faults; refuse: Refuse; answer: () => ApiAnswer }
): Promise<void> {
  const fault = faults.take(call)
  if (fault?.kind === "429") {
    res.setHeader("retry-after", "1")
    send(res, refuse(new ApiError(429, "rate_limited", "Too many requests", "api_error")))
    return
  }
  if (fault?.kind === "5xx_before_commit") {
    send(res, refuse(new ApiError(503, "unknown", "Service unavailable", "api_error")))
    return
  }
  const answered = answer()
  if (fault?.kind === "timeout") {
    await Promise.race([
      sleep(fault.ms ?? HANGS_MS, undefined, { ref: false }),
      new Promise((gone) => res.once("close", gone)),
    ])
    res.destroy()
    return
  }
  const isLost = fault?.kind === "5xx_after_commit"
  send(res, isLost ? refuse(new ApiError(500, "unknown", "Error", "api_error")) : answered)
}

/** The controls for other processes: `POST /_sandbox/<control>` with JSON arguments, `GET` for lists. */
export function answerControl<Control extends object>(
  control: Control,
  path: string,
  text: string
): ApiAnswer {
  const name = path.slice("/_sandbox/".length)
  if (!Object.hasOwn(control, name)) {
    throw new ApiError(404, "not_found", "There is no such control")
  }
  const act = Reflect.get(control, name) as (...args: unknown[]) => unknown
  const args = text ? [parseBody(text)].flat() : []

  return { status: 200, body: { data: act(...args) ?? null } }
}
