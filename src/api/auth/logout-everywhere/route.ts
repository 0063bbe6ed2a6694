import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../lib/route-access"
import { endSessionsOfLoginWorkflow } from "../../../workflows/access/workflows/end-sessions-of-login"
import { destroyCookie } from "../regenerate-cookie"

/** Whose token or cookie it is, the middlewares of `/auth` have asked. */
export const ACCESS = { POST: anyone() } satisfies RouteAccess

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { result } = await endSessionsOfLoginWorkflow(req.scope).run({
    input: { auth_identity_id: req.auth_context.auth_identity_id, because: "signed out everywhere" },
  })
  await destroyCookie(req, res)

  res.json({ success: true, ended_sessions: result.ids.length })
}
