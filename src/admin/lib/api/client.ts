import { addressOf } from "./address"
import { ApiError, errorOf, STEP_UP_REQUIRED, unansweredError } from "./api-error"
import type { CoreRoutes } from "./core-routes"
import type { Routes as OwnRoutes } from "./routes.gen"
import { currentSeat } from "./seat"
import { wantFactor } from "./second-factor"

declare const __BACKEND_URL__: string | undefined

type Routes = OwnRoutes & CoreRoutes

/** A route, as `POST /vendor/orders/:id/confirm`. */
export type RouteKey = keyof Routes

export type Answer<Key extends RouteKey> = Routes[Key]["answer"]
export type Body<Key extends RouteKey> = Routes[Key]["body"]
export type Query<Key extends RouteKey> = Routes[Key]["query"]

type Part<Name extends string, Type> = undefined extends Type
  ? { [key in Name]?: Type }
  : Record<string, never> extends Type
    ? { [key in Name]?: Type }
    : { [key in Name]: Type }

/** What a route needs to be asked. */
export type Input<Key extends RouteKey> = Part<"params", Routes[Key]["params"]> &
  Part<"query", Routes[Key]["query"]> &
  Part<"body", Routes[Key]["body"]>

type AnyInput = { params?: Record<string, string>; query?: object; body?: unknown }

export const TIMEOUT_MS = 30_000
/** The server waits a minute for files to arrive, and looks at them then. */
const FORM_TIMEOUT_MS = 90_000

/** Fired when the server no longer knows the sign-in; the frame then asks for it, and comes back. */
export const SIGNED_OUT = "merkato:signed-out"

/** Asks a route. Throws `ApiError` for a refusal and for no answer. */
export async function call<Key extends RouteKey>(
  key: Key,
  input: Input<Key>,
  signal?: AbortSignal
): Promise<Answer<Key>> {
  const response = await ask(key, input, { ...written(input), signal })

  return answerIn<Key>(response, signal)
}

async function answerIn<Key extends RouteKey>(
  response: Response,
  signal?: AbortSignal
): Promise<Answer<Key>> {
  return JSON.parse(await received(response.text(), signal)) as Answer<Key>
}

/** What is still on its way when the head of an answer has come can be lost like the answer itself. */
async function received<Body>(body: Promise<Body>, signal?: AbortSignal): Promise<Body> {
  return body.catch((thrown: unknown) => {
    // A page that was left does not want to hear of it.
    throw signal?.aborted ? thrown : unansweredError(thrown)
  })
}

/** The body of a request, if it has one. */
function written(input: object): Pick<Sending, "body" | "headers"> {
  const { body } = input as AnyInput

  return body === undefined
    ? {}
    : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }
}

/** Asks by the token of a sign-in, for somebody who has no session yet. */
export async function callAs<Key extends RouteKey>(
  token: string,
  key: Key,
  input: Input<Key>
): Promise<Answer<Key>> {
  const { body } = input as AnyInput
  const response = await ask(key, input, {
    body: JSON.stringify(body ?? {}),
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    is_by_token: true,
  })

  return answerIn<Key>(response)
}

/** Sends files to `POST /vendor/uploads`. */
export async function upload(files: File[]): Promise<Answer<"POST /vendor/uploads">> {
  const form = new FormData()
  for (const file of files) {
    form.append("files", file)
  }

  return answerIn<"POST /vendor/uploads">(await ask("POST /vendor/uploads", {}, { body: form }))
}

/** Sends one file, in the field that routes for a single file read. */
export async function sendFile<Key extends RouteKey>(
  key: Key,
  input: Input<Key>,
  file: File
): Promise<Answer<Key>> {
  const form = new FormData()
  form.append("file", file)

  return answerIn<Key>(await ask(key, input, { body: form }))
}

/** The session of this browser becomes the one of the token, such as of somebody who has shown a second factor again. */
export async function takeToken(token: string): Promise<void> {
  await send("/auth/session", { method: "POST", headers: { authorization: `Bearer ${token}` } })
}

/**
 * Shows a route's page, made to be printed, in a window of its own. A link could not name the shop that this tab shows.
 * Answers false where the browser lets no window open: then the page is kept as a file.
 */
export async function openPage<Key extends RouteKey>(key: Key, input: Input<Key>): Promise<boolean> {
  // At once, as long as the browser takes it for an answer to the click.
  const opened = window.open("", "_blank")
  try {
    const response = await ask(key, input, { headers: { accept: "text/html" }, is_file: true })
    const page = new Blob([await received(response.text())], { type: "text/html;charset=utf-8" })
    if (!opened) {
      keep(page, "page.html")
      return false
    }
    const address = URL.createObjectURL(page)
    opened.location.replace(address)
    setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)

    return true
  } catch (error) {
    opened?.close()
    throw error
  }
}

/** Hands a route's file to the browser to keep, under the name that the server gave it. */
export async function download<Key extends RouteKey>(key: Key, input: Input<Key>): Promise<void> {
  const response = await ask(key, input, { ...written(input), is_file: true })
  keep(
    await received(response.blob()),
    nameOf(response.headers.get("content-disposition") ?? "") ?? "download"
  )
}

/** Not before the browser has begun to read it. */
const KEPT_MS = 60_000

function keep(file: Blob, name: string): void {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS)
}

/** Names that are not plain letters come as `filename*=UTF-8''...`. */
function nameOf(disposition: string): string | undefined {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? []
  const [, plain] = /filename="?([^";]+)/.exec(disposition) ?? []

  return encoded ? decodeURIComponent(encoded) : plain
}

type Sending = {
  body?: BodyInit
  headers?: Record<string, string>
  signal?: AbortSignal
  /** Whoever else may be signed in here is not meant. */
  is_by_token?: boolean
  /** A large one takes its time: the limit is for when it begins to arrive. */
  is_file?: boolean
}

async function ask<Key extends RouteKey>(
  key: Key,
  input: Input<Key>,
  { headers, is_by_token, ...sending }: Sending
): Promise<Response> {
  const [method, path = ""] = key.split(" ")
  const { params, query } = input as AnyInput
  const address = addressOf(path, params, query)
  const request: Request = {
    ...sending,
    method,
    headers: is_by_token ? headers : { ...headers, ...seatHeaders(path) },
    is_by_token: is_by_token || isImpersonated(path),
  }

  return send(address, request).catch(async (error: unknown) => {
    const is_factor_asked = error instanceof ApiError && error.code === STEP_UP_REQUIRED
    // A factor is shown for the session of the cookie: a token stays as it was made.
    if (is_factor_asked && !request.is_by_token && (await wantFactor())) {
      return send(address, request)
    }
    throw error
  })
}

type Request = Sending & { method: string | undefined }

async function send(
  address: string,
  { method, body, headers, signal, is_by_token, is_file }: Request
): Promise<Response> {
  const limit = new AbortController()
  const timer = setTimeout(
    () => limit.abort(new DOMException("No answer in time", "TimeoutError")),
    body instanceof FormData ? FORM_TIMEOUT_MS : TIMEOUT_MS
  )
  const sent = fetch(`${backend()}${address}`, {
    method,
    body,
    // The server looks at the cookie before the token: beside it, the person's own sign-in would win.
    credentials: is_by_token ? "omit" : "include",
    headers: { accept: "application/json", ...headers },
    signal: signal ? AbortSignal.any([signal, limit.signal]) : limit.signal,
  })
  const response = await received(sent, signal)
  if (is_file) {
    clearTimeout(timer)
  }
  if (response.ok) {
    return response
  }
  const error = await errorOf(response)
  if (error.status === 401 && error.code !== STEP_UP_REQUIRED) {
    window.dispatchEvent(new Event(SIGNED_OUT))
  }
  throw error
}

export const backend = () => (typeof __BACKEND_URL__ === "string" ? __BACKEND_URL__.replace(/\/$/, "") : "")

const isImpersonated = (path: string) => path.startsWith("/vendor") && currentSeat().impersonation !== null

function seatHeaders(path: string): Record<string, string> {
  const { vendor_id, impersonation } = currentSeat()
  if (!path.startsWith("/vendor")) {
    return {}
  }

  return {
    // Who somebody is does not depend on the shop; and whoever sat here before may have left one that is not theirs.
    ...(vendor_id && path !== "/vendor/me" && { "x-vendor-id": vendor_id }),
    ...(impersonation && { authorization: `Bearer ${impersonation.token}` }),
  }
}
