import { z } from "@medusajs/framework/zod"

export type StoreClient = {
  get: <Answer>(path: string, answer: z.ZodType<Answer>) => Promise<Answer>
  post: <Answer>(path: string, body: unknown, answer: z.ZodType<Answer>) => Promise<Answer>
}

const TIMEOUT_MS = 30_000
const Refusal = z.object({ code: z.string().optional(), type: z.string().optional(), message: z.string() })

/** A client of the public store API, as a storefront would be: the publishable key, and the buyer's token once signed in. */
export function storeClient(baseUrl: string, publishableKey: string, token?: string): StoreClient {
  const headers: Record<string, string> = { "x-publishable-api-key": publishableKey }

  return client(baseUrl, token ? { ...headers, authorization: `Bearer ${token}` } : headers)
}

const Token = z.object({ token: z.string() })

/** Signs in by e-mail and password; answers the token. */
export async function signIn(
  baseUrl: string,
  actor: "customer" | "user",
  login: { email: string; password: string }
): Promise<string> {
  return (await client(baseUrl, {}).post(`/auth/${actor}/emailpass`, login, Token)).token
}

/** A client of somebody who has just signed in to the admin: staff, or a member of a shop. */
export async function adminClient(
  baseUrl: string,
  login: { email: string; password: string }
): Promise<StoreClient> {
  return client(baseUrl, { authorization: `Bearer ${await signIn(baseUrl, "user", login)}` })
}

function client(baseUrl: string, headers: Record<string, string>): StoreClient {
  const call = async <Answer>(method: string, path: string, body: unknown, answer: z.ZodType<Answer>) => {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { "content-type": "application/json", ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return readAnswer(`${method} ${path}`, response.status, await response.text(), answer)
  }

  return {
    get: (path, answer) => call("GET", path, undefined, answer),
    post: (path, body, answer) => call("POST", path, body, answer),
  }
}

function readAnswer<Answer>(
  request: string,
  status: number,
  text: string,
  answer: z.ZodType<Answer>
): Answer {
  const body = parseJson(text)
  if (status < 200 || status > 299) {
    const refusal = Refusal.safeParse(body)
    const said = refusal.success
      ? `${refusal.data.message} (${refusal.data.code ?? refusal.data.type ?? "no code"})`
      : text.slice(0, 300)
    throw new Error(`${request} answered ${status}: ${said}`)
  }
  const parsed = answer.safeParse(body)
  if (!parsed.success) {
    throw new Error(
      `${request} answered ${status}, but not what was expected:\n${z.prettifyError(parsed.error)}`
    )
  }

  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
