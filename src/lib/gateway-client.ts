import { setTimeout as sleep } from "node:timers/promises"
import type { Logger } from "@medusajs/framework/types"
import type { z } from "@medusajs/framework/zod"
import { GatewayRefusedError, GatewayUnavailableError } from "./gateway"
import type { GatewayHttpOptions } from "./gateway-options"

/** What an answer means, once the gateway's envelope around it is read. */
export type ReadAnswer = { is_success: boolean; message: string; code: string | null; data: unknown }

/** How a gateway speaks: its name in messages, and its envelope. */
export type GatewayWire = {
  gateway: string
  /** Null for a body that is not in the gateway's envelope. */
  read: (text: string) => ReadAnswer | null
}

type Call = {
  method: "GET" | "POST" | "PUT"
  path: string
  body?: unknown
  form?: FormData
  timeout_ms: number
}
type Answer = { status: number; retry_after: string | null; text: string }

const READ_ATTEMPTS = 3
const FIRST_DELAY_MS = 200
const LONGEST_DELAY_MS = 5_000

/** Failures in which no byte of the request can have reached the gateway. */
const NOT_CONNECTED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"])

/** The same read may be answered the next time. */
export class RetryableError extends GatewayUnavailableError {
  constructor(
    message: string,
    effect: "unknown" | "none",
    readonly retry_after: string | null = null
  ) {
    super(message, effect)
  }
}

/**
 * A thin client of a gateway's API. Reads are repeated (2 more times, with jitter); writes never are, because the
 * gateways have no idempotency key. Bodies and the secret key are never logged.
 */
export class GatewayClient {
  private readonly base_url: string

  constructor(
    private readonly wire: GatewayWire,
    private readonly options: GatewayHttpOptions,
    private readonly logger?: Pick<Logger, "info">
  ) {
    this.base_url = options.base_url.replace(/\/+$/, "")
  }

  /** @throws GatewayUnavailableError, GatewayRefusedError */
  async get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
    const attempts = this.options.disable_retries ? 1 : READ_ATTEMPTS
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.call({ method: "GET", path, timeout_ms: this.options.read_timeout_ms }, schema)
      } catch (error) {
        const delay = error instanceof RetryableError ? delayMs(attempt, error.retry_after) : null
        if (delay === null || attempt >= attempts) {
          throw error
        }
        await sleep(delay)
      }
    }
  }

  /** @throws GatewayUnavailableError, GatewayRefusedError */
  post<Schema extends z.ZodType>(path: string, body: unknown, schema: Schema): Promise<z.infer<Schema>> {
    return this.call({ method: "POST", path, body, timeout_ms: this.options.write_timeout_ms }, schema)
  }

  /** @throws GatewayUnavailableError, GatewayRefusedError */
  put<Schema extends z.ZodType>(path: string, body: unknown, schema: Schema): Promise<z.infer<Schema>> {
    return this.call({ method: "PUT", path, body, timeout_ms: this.options.write_timeout_ms }, schema)
  }

  /** A form, as with a file in it. @throws GatewayUnavailableError, GatewayRefusedError */
  postForm<Schema extends z.ZodType>(path: string, form: FormData, schema: Schema): Promise<z.infer<Schema>> {
    return this.call({ method: "POST", path, form, timeout_ms: this.options.write_timeout_ms }, schema)
  }

  /**
   * Puts a file at an address that the gateway has signed. The secret key stays here: the address is not the API's.
   * @throws GatewayUnavailableError
   */
  async upload(address: string, file: { mime_type: string; bytes: Uint8Array }): Promise<void> {
    const what = `${this.wire.gateway} did not take the file`
    if (!/^https?:/i.test(address)) {
      throw new GatewayUnavailableError(`${what}: its address is none of the web.`, "none")
    }
    const response = await fetch(address, {
      method: "PUT",
      headers: { "content-type": file.mime_type },
      body: new Blob([new Uint8Array(file.bytes)]),
      redirect: "error",
      signal: AbortSignal.timeout(this.options.write_timeout_ms),
    }).catch((error: unknown) => {
      throw new GatewayUnavailableError(`${what} (${networkCode(error)}).`, "none")
    })
    await response.arrayBuffer()
    if (!response.ok) {
      throw new GatewayUnavailableError(`${what} (${response.status}).`, "none")
    }
  }

  private async call<Schema extends z.ZodType>(call: Call, schema: Schema): Promise<z.infer<Schema>> {
    const started = Date.now()
    const answer = await this.send(call)
    if (this.options.debug) {
      const took = Date.now() - started
      this.logger?.info(
        `${this.wire.gateway} ${call.method} ${withoutQuery(call.path)}: ${answer.status}, ${took} ms`
      )
    }
    const data = this.dataOf(call, answer)
    const parsed = schema.safeParse(data)
    if (!parsed.success) {
      throw new GatewayUnavailableError(
        `${this.wire.gateway} answered ${describe(call)} in a form that is not understood.`
      )
    }

    return parsed.data
  }

  private async send(call: Call): Promise<Answer> {
    try {
      const response = await fetch(`${this.base_url}${call.path}`, {
        method: call.method,
        headers: {
          authorization: `Bearer ${this.options.secret_key}`,
          accept: "application/json",
          ...(call.body === undefined ? {} : { "content-type": "application/json" }),
        },
        body: call.form ?? (call.body === undefined ? undefined : JSON.stringify(call.body)),
        // A redirect would hand the key to another address.
        redirect: "error",
        signal: AbortSignal.timeout(call.timeout_ms),
      })

      return {
        status: response.status,
        retry_after: response.headers.get("retry-after"),
        text: await response.text(),
      }
    } catch (error) {
      const code = networkCode(error)
      throw new RetryableError(
        `${this.wire.gateway} did not answer ${describe(call)} (${code}).`,
        NOT_CONNECTED.has(code) ? "none" : "unknown"
      )
    }
  }

  private dataOf(call: Call, answer: Answer): unknown {
    const { gateway } = this.wire
    if (answer.status === 429) {
      throw new RetryableError(`${gateway} limits the rate of ${describe(call)}.`, "none", answer.retry_after)
    }
    if (answer.status >= 500 || answer.status === 408) {
      throw new RetryableError(`${gateway} failed on ${describe(call)} (${answer.status}).`, "unknown")
    }
    if (answer.status === 401 || answer.status === 403) {
      // Says nothing about the transaction: the key is wrong, and the same request is right once it is mended.
      throw new GatewayUnavailableError(`${gateway} refused the secret key on ${describe(call)}.`, "none")
    }
    const read = this.wire.read(answer.text)
    if (!read) {
      throw new GatewayUnavailableError(
        `${gateway} answered ${describe(call)} in a form that is not understood.`
      )
    }
    if (answer.status >= 400 || !read.is_success) {
      const code = read.code ?? (answer.status === 404 ? "not_found" : null)
      throw new GatewayRefusedError(read.message.slice(0, 300) || `${gateway} refused the request.`, code)
    }

    return read.data
  }
}

/** The cause's code where fetch gives one, else the kind of error (`TimeoutError`). */
function networkCode(error: unknown): string {
  const cause = field(error, "cause") ?? error
  const names = [field(cause, "code"), field(cause, "name")]

  return names.find((name) => typeof name === "string") ?? "unknown error"
}

function field(value: unknown, name: string): unknown {
  return value && typeof value === "object" ? Reflect.get(value, name) : undefined
}

/** How long to wait before the next read, or null when the gateway asks for longer than a caller should wait. */
function delayMs(attempt: number, retryAfter: string | null): number | null {
  const asked = retryAfterMs(retryAfter)
  if (asked !== null) {
    return asked > LONGEST_DELAY_MS ? null : asked
  }

  return Math.random() * FIRST_DELAY_MS * 2 ** attempt
}

function retryAfterMs(header: string | null): number | null {
  if (!header) {
    return null
  }
  const seconds = Number(header)
  const wait = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000

  return Number.isNaN(wait) ? null : Math.max(0, wait)
}

const withoutQuery = (path: string) => path.split("?")[0]

const describe = (call: Call) => `${call.method} ${withoutQuery(call.path)}`
