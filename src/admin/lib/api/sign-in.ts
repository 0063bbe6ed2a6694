import { errorOf, unansweredError } from "./api-error"
import { backend, TIMEOUT_MS } from "./client"

/** What core answers to a sign-in. With a demand in it the token is good for meeting that demand alone. */
export type SignIn = {
  token: string
  verification_required?: boolean
  mfa_required?: boolean
  mfa_challenge?: { id: string; methods: string[] }
}

/** Core's own routes of signing in, which have no validators that `routes.gen.ts` could be written from. */
type CoreRoutes = {
  "/auth/user/emailpass": { body: Credentials; answer: SignIn }
  "/auth/user/emailpass/register": { body: Credentials; answer: { token: string } }
  "/auth/token/refresh": { body?: undefined; answer: { token: string } }
  "/auth/session": { body?: undefined; answer: object }
  "/auth/verification/request": {
    body: { entity_id: string; entity_type: "email" | "phone"; code_provider: "token" | "code" }
    answer: object
  }
  "/auth/verification/confirm": { body: { code: string; code_provider: "token" | "code" }; answer: object }
  "/auth/phone/change": { body: { phone: string; code: string; password: string }; answer: object }
  [verify: `/auth/mfa/challenges/${string}/verify`]: {
    body: { method: string; code: string }
    answer: { token: string }
  }
}

export type Credentials = { email: string; password: string }

async function post<Path extends keyof CoreRoutes>(
  path: Path,
  { body, token }: { body?: CoreRoutes[Path]["body"]; token?: string }
): Promise<CoreRoutes[Path]["answer"]> {
  const response = await fetch(`${backend()}${path}`, {
    method: "POST",
    credentials: "include",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body ?? {}),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((thrown: unknown) => {
    throw unansweredError(thrown)
  })
  if (!response.ok) {
    throw await errorOf(response)
  }

  return (await response.json()) as CoreRoutes[Path]["answer"]
}

export const makeLogin = (body: Credentials) => post("/auth/user/emailpass/register", { body })

export const signIn = (body: Credentials) => post("/auth/user/emailpass", { body })

export const sendLink = (email: string, token: string) =>
  post("/auth/verification/request", {
    body: { entity_id: email, entity_type: "email", code_provider: "token" },
    token,
  })

/** Without a token the cookie says who confirms. */
export const confirmLink = (code: string, token?: string) =>
  post("/auth/verification/confirm", { body: { code, code_provider: "token" }, token })

/** A number is proved by a code, by whoever is signed in. */
export const sendPhoneCode = (phone: string) =>
  post("/auth/verification/request", {
    body: { entity_id: phone, entity_type: "phone", code_provider: "code" },
  })

export const confirmPhoneCode = (code: string) =>
  post("/auth/verification/confirm", { body: { code, code_provider: "code" } })

export const showFactor = (challenge_id: string, body: { method: string; code: string }, token?: string) =>
  post(`/auth/mfa/challenges/${challenge_id}/verify`, { body, token })

/** By the password, for a login without a second factor. Nobody is asked for one here: there is none. */
export const changePhone = (body: { phone: string; code: string; password: string }) =>
  post("/auth/phone/change", { body })

/** Makes the token, which may be older than the account, into a cookie session. */
export async function openSession(token: string): Promise<void> {
  const fresh = await post("/auth/token/refresh", { token })
  await post("/auth/session", { token: fresh.token })
}
