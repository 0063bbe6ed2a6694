import { ApiError } from "./api/api-error"
import { type Answer, call } from "./api/client"
import type { FactorKind } from "./api/core-routes"

export type Factor = Answer<"GET /auth/mfa/factors">["mfa_factors"][number]

/** A login has one of each at most. The safest stands first. */
export const FACTOR_KINDS = ["totp", "sms", "email"] as const satisfies FactorKind[]

/** One that counts, or was begun; one that was removed is nothing any more. */
export const factorOf = (factors: Factor[], kind: FactorKind, status: Factor["status"] = "enabled") =>
  factors.find((factor) => factor.provider === kind && factor.status === status)

/** By what somebody can show that it is them: first by what the question is about. A recovery code is the last way. */
export function methodsOf(factors: Factor[], first: FactorKind): string[] {
  const others = FACTOR_KINDS.filter((kind) => kind !== first && factorOf(factors, kind))

  return [...(factorOf(factors, first) ? [first] : []), ...others, "recovery_code"]
}

export type Enrolment = { id: string; secret: string; url: string }

/** An app that was begun and never confirmed stands in the way of another: its key was shown once and is gone. */
export async function startAuthenticator(label: string): Promise<Enrolment> {
  const { mfa_factors } = await call("GET /auth/mfa/factors", {})
  const begun = factorOf(mfa_factors, "totp", "pending")
  if (begun) {
    await call("DELETE /auth/mfa/factors/:id", { params: { id: begun.id }, body: {} })
  }
  const { mfa_factor, secret, otpauth_url } = await call("POST /auth/mfa/factors", {
    body: { provider: "totp", label },
  })

  return { id: mfa_factor.id, secret: secret ?? "", url: otpauth_url ?? "" }
}

/** Medusa refuses a wrong code as it refuses anything that is not allowed. */
export async function withCode<Done>(run: () => Promise<Done>): Promise<Done> {
  return run().catch((error: unknown) => {
    throw error instanceof ApiError && error.code === "not_allowed"
      ? new ApiError("code_invalid", error.message, error.status)
      : error
  })
}
