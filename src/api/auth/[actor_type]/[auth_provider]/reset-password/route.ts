import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../../../lib/route-access"
import { type RecoveryBody, startRecovery } from "../../../password-recovery"

export const ACCESS = { POST: anyone() } satisfies RouteAccess

/** Answers before it looks, so that neither the answer nor its time tells whether there is such a login. */
export const POST = async (req: MedusaRequest<RecoveryBody>, res: MedusaResponse) => {
  const { actor_type, auth_provider } = req.params as Record<"actor_type" | "auth_provider", string>
  res.sendStatus(201)
  await startRecovery(req, { actor_type, auth_provider })
}
