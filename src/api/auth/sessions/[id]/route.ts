import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../../lib/route-access"
import { endSessionWorkflow } from "../../../../workflows/access/workflows/end-session"

/** Whose token or cookie it is, the middlewares of `/auth` have asked. */
export const ACCESS = { DELETE: anyone() } satisfies RouteAccess

export const DELETE = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { actor_type, actor_id } = req.auth_context
  const id = req.params.id!
  await endSessionWorkflow(req.scope).run({
    input: { id, actor_type, actor_id, because: "ended by its owner" },
  })

  res.json({ id, object: "session", deleted: true })
}
