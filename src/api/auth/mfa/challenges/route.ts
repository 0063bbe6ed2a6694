import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../../lib/route-access"
import { startFactorChallengeWorkflow } from "../../../../workflows/access/workflows/start-factor-challenge"

/** Who asks is checked by the middlewares of `/auth`. */
export const ACCESS = { POST: anyone() } satisfies RouteAccess

/** The step-up: what it answers is verified by core's `POST /auth/mfa/challenges/:id/verify`, which gives a fresh token. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { auth_identity_id, auth_provider } = req.auth_context
  const { result } = await startFactorChallengeWorkflow(req.scope).run({
    input: { auth_identity_id, auth_provider: auth_provider ?? null },
  })

  res.status(201).json({ mfa_challenge: result })
}
