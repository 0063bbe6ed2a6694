import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ErrorCode, invalidData } from "../../lib/errors"
import { endSessionsOfLoginWorkflow } from "../../workflows/access/workflows/end-sessions-of-login"
import type { AccessToken } from "../access/grants-of"
import { enabledFactors, tokenOf } from "./factor-guard"
import { signToken } from "./issue-token"
import { signInAnew } from "./sign-in-anew"

type StartBody = { provider: string; issuer?: string; metadata?: Record<string, unknown> | null }

/** The providers by which a factor can be added. Core answers 500 for one that it does not know. */
const PROVIDERS = ["totp", "sms", "email"]

/** Lets through what our providers read, and nothing that a client would have kept for it. */
export function checkFactorStart(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  const body = req.validatedBody as StartBody
  if (!PROVIDERS.includes(body.provider)) {
    throw invalidData(ErrorCode.REQUEST_MALFORMED, `provider must be one of ${PROVIDERS.join(", ")}.`)
  }
  const destination = body.metadata?.destination
  body.metadata = typeof destination === "string" && body.provider !== "totp" ? { destination } : null
  body.issuer = undefined
  next()
}

type VerifyAnswer = { mfa_factor?: { status?: string } }

/**
 * With the first factor all that was issued for the login ends, because none of it has shown one, and the one who has
 * just shown it is signed in anew. With a further one this session counts as fresh: its cookie at once, its token by the new
 * one in the answer.
 */
export async function signOutAfterFirst(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const isFirst = !(await enabledFactors(req)).length
  const send = res.json.bind(res)
  res.json = (body) => {
    const answer = (body ?? {}) as VerifyAnswer
    if (res.statusCode >= 400 || answer.mfa_factor?.status !== "enabled") {
      return send(body)
    }
    ;(isFirst ? afterFirst(req) : afterFurther(req)).then(
      (token) => send({ ...answer, token }),
      (error) => next(error)
    )

    return res
  }
  next()
}

const shownNow = (): Partial<AccessToken> => ({
  mfa_enabled: true,
  mfa_challenge_completed_at: new Date().toISOString(),
})

async function afterFirst(req: MedusaRequest): Promise<string> {
  await endSessionsOfLoginWorkflow(req.scope).run({
    input: { auth_identity_id: tokenOf(req).auth_identity_id, because: "second_factor_added" },
  })

  return signInAnew(req, shownNow())
}

const SIGNED_FOR_A_MOMENT_SECONDS = 60

/** The token is signed again, with its session, by the middleware that all tokens under `/auth` pass. */
async function afterFurther(req: MedusaRequest): Promise<string> {
  const claims: AccessToken = { ...tokenOf(req), ...shownNow() }
  const cookie = req.session as { auth_context?: AccessToken } | undefined
  if (cookie?.auth_context) {
    cookie.auth_context = claims
  }

  return signToken(req, claims, SIGNED_FOR_A_MOMENT_SECONDS)
}
