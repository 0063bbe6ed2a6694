import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../../lib/route-access"
import { sendFactorCodeWorkflow } from "../../../../workflows/access/workflows/send-factor-code"
import type { AuthSendFactorCodeType } from "../validators"

/** Who asks is checked by the middlewares of `/auth`. */
export const ACCESS = { POST: anyone() } satisfies RouteAccess

export const POST = async (req: AuthenticatedMedusaRequest<AuthSendFactorCodeType>, res: MedusaResponse) => {
  const { result } = await sendFactorCodeWorkflow(req.scope).run({
    input: { auth_identity_id: req.auth_context.auth_identity_id, method: req.validatedBody.method },
  })

  res.status(201).json({ code: result })
}
