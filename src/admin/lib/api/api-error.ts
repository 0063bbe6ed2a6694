/** A part of the request that is wrong, by its place in the body or query. */
export type WrongField = { path: string[]; message: string }

/** What the server refused, or why it could not be asked. `code` is stable; `message` is the server's sentence. */
export class ApiError extends Error {
  override name = "ApiError"

  constructor(
    readonly code: string,
    message: string,
    /** The HTTP status; 0 when no answer came. */
    readonly status = 0,
    readonly fields: WrongField[] = [],
    /** Which of several causes it is, where one code has more of them. */
    readonly reason: string | null = null
  ) {
    super(message)
  }

  /** No answer came: nobody knows whether the server has done what it was asked. */
  get is_unanswered(): boolean {
    return this.status === 0
  }
}

/** Nobody without a second factor gets in here. */
export const MFA_REQUIRED = "mfa_required"

/** The second factor has to be shown again first. */
export const STEP_UP_REQUIRED = "step_up_required"

/** Codes of the client's own. */
export const OFFLINE = "offline"
export const TIMED_OUT = "timed_out"

type Refusal = { code?: string; type?: string; message?: string; fields?: WrongField[]; reason?: string }

export async function errorOf(response: Response): Promise<ApiError> {
  const body: Refusal = await response.json().catch(() => ({}))
  const code = body.code ?? body.type ?? `http_${response.status}`

  return new ApiError(code, body.message ?? response.statusText, response.status, body.fields, body.reason)
}

/** What `fetch` throws: a time-out by our own signal, everything else is the connection. */
export function unansweredError(thrown: unknown): ApiError {
  const isTimeout = thrown instanceof DOMException && thrown.name === "TimeoutError"

  return isTimeout
    ? new ApiError(TIMED_OUT, "The server did not answer in time.")
    : new ApiError(OFFLINE, "There is no connection to the server.")
}
