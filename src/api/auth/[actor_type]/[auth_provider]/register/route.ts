import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../../../lib/route-access"
import { registerLogin } from "../../../password-registration"

export const ACCESS = { POST: anyone() } satisfies RouteAccess

/** Core's route, which tells nobody whether there is a login already. */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const { actor_type, auth_provider } = req.params as Record<"actor_type" | "auth_provider", string>

  res.status(200).json({ token: await registerLogin(req, { actor_type, auth_provider }) })
}
