import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ErrorCode, invalidData } from "../../lib/errors"
import { endOtherSessionsWorkflow } from "../../workflows/access/workflows/end-other-sessions"
import type { AccessToken } from "../access/grants-of"
import { enabledFactors, tokenOf } from "./factor-guard"
import { signToken } from "./issue-token"

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
 * With the first factor every other session of the login ends, because none of them has shown one, and this one, which
 * just has, counts as fresh: its cookie at once, its token by the new one in the answer.
 */
export async function endOtherSessionsAfterFirst(
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
    afterEnrolment(req, isFirst).then(
      (token) => send({ ...answer, token }),
      (error) => next(error)
    )

    return res
  }
  next()
}

const SIGNED_FOR_A_MOMENT_SECONDS = 60

/** The token is signed again, with its session, by the middleware that all tokens under `/auth` pass. */
async function afterEnrolment(req: MedusaRequest, isFirst: boolean): Promise<string> {
  const token = tokenOf(req)
  if (isFirst) {
    await endOtherSessionsWorkflow(req.scope).run({
      input: {
        auth_identity_id: token.auth_identity_id,
        kept_session_id: token.sid ?? null,
        because: "second_factor_added",
      },
    })
  }
  const claims: AccessToken = {
    ...token,
    mfa_enabled: true,
    mfa_challenge_completed_at: new Date().toISOString(),
  }
  const cookie = req.session as { auth_context?: AccessToken } | undefined
  if (cookie?.auth_context) {
    cookie.auth_context = claims
  }

  return signToken(req, claims, SIGNED_FOR_A_MOMENT_SECONDS)
}
