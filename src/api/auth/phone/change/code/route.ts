import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../../../lib/route-access"
import { sendCodeWorkflow } from "../../../../../workflows/access/workflows/send-code"
import type { AuthSendPhoneChangeCodeType } from "../validators"

/** Who asks is checked by the middlewares of `/auth`. */
export const ACCESS = { POST: anyone() } satisfies RouteAccess

export const POST = async (
  req: AuthenticatedMedusaRequest<AuthSendPhoneChangeCodeType>,
  res: MedusaResponse
) => {
  const { result } = await sendCodeWorkflow(req.scope).run({
    input: {
      purpose: "phone_change",
      subject: req.auth_context.auth_identity_id,
      destination: req.validatedBody.phone,
      asker: req.auth_context.auth_identity_id,
      channel: "sms",
    },
  })

  res.status(201).json({ code: result })
}
