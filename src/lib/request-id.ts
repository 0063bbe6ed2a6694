import { AsyncLocalStorage } from "node:async_hooks"
import { randomUUID } from "node:crypto"
import type { Logger } from "@medusajs/framework/types"

const requests = new AsyncLocalStorage<string>()

const ACCEPTABLE = /^[\w.-]{8,100}$/

/** The id that a proxy or client gave the request, if it is one that may stand in a log; else a new one. */
export function requestIdFrom(given: unknown): string {
  return typeof given === "string" && ACCEPTABLE.test(given) ? given : randomUUID()
}

/** Everything that `work` starts, also after its end, belongs to the request. */
export function runInRequest<Result>(requestId: string, work: () => Result): Result {
  return requests.run(requestId, work)
}

const fields = () => {
  const request_id = requests.getStore()

  return request_id ? { request_id } : {}
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
