import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../lib/route-access"
import { changePasswordWorkflow } from "../../../workflows/access/workflows/change-password"
import { signInAnew } from "../sign-in-anew"
import type { AuthChangePasswordType } from "./validators"

// Who is signed in is asked by its middleware, for buyers and users alike.
export const ACCESS = { POST: anyone() } satisfies RouteAccess

export const POST = async (req: AuthenticatedMedusaRequest<AuthChangePasswordType>, res: MedusaResponse) => {
  const { auth_identity_id } = req.auth_context
  await changePasswordWorkflow(req.scope).run({ input: { auth_identity_id, ...req.validatedBody } })

  res.json({ token: await signInAnew(req) })
}
