import { AsyncLocalStorage } from "node:async_hooks"
import { randomUUID } from "node:crypto"
import type { Logger } from "@medusajs/framework/types"

/** Who is behind a request, once a guard knows; an impersonated one has both names. `login`: no account was shown. */
export type RequestActor = {
  type: "user" | "customer" | "api-key" | "login"
  id: string
  impersonator_user_id: string | null
}

export type RequestOrigin = { ip_address: string | null; device: string | null }

export type RequestContext = RequestOrigin & { request_id: string; actor: RequestActor | null }

const requests = new AsyncLocalStorage<RequestContext>()

const ACCEPTABLE = /^[\w.-]{8,100}$/

/** The id that a proxy or client gave the request, if it is one that may stand in a log; else a new one. */
export function requestIdFrom(given: unknown): string {
  return typeof given === "string" && ACCEPTABLE.test(given) ? given : randomUUID()
}

const NOWHERE: RequestOrigin = { ip_address: null, device: null }

/** Everything that `work` starts, also after its end, belongs to the request. */
export function runInRequest<Result>(
  requestId: string,
  work: () => Result,
  origin: RequestOrigin = NOWHERE
): Result {
  return requests.run({ ...origin, request_id: requestId, actor: null }, work)
}

/** The request that the running code belongs to; null in a job, a subscriber or a script. */
export function currentRequest(): RequestContext | null {
  return requests.getStore() ?? null
}

/** Names the one who is behind the running request. */
export function actAs(actor: RequestActor): void {
  const request = requests.getStore()
  if (request) {
    request.actor = actor
  }
}

const fields = () => {
  const request = requests.getStore()

  return request ? { request_id: request.request_id } : {}
}

/** Medusa's logger, whose lines carry the id of the request that they belong to. */
export function withRequestIds(base: Logger): Logger {
  const write = (level: string) => (message: string) => base.log(level, message, fields())
  const own: Partial<Logger> = {
    debug: write("debug"),
    info: write("info"),
    warn: write("warn"),
    // A workflow hands its errors on as plain objects.
    error: (said: string | Error, cause?: Error) => {
      const error = typeof said === "string" ? cause : said
      const message = [typeof said === "string" ? said : null, error?.message].filter(Boolean).join(": ")
      base.log("error", message, { ...(error?.stack ? { stack: error.stack } : {}), ...fields() })
    },
  }

  return Object.assign(Object.create(base), own)
}
