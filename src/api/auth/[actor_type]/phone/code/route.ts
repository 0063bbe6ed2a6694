import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { currentNetwork } from "../../../../../lib/current-network"
import { anyone, type RouteAccess } from "../../../../../lib/route-access"
import { sendCodeWorkflow } from "../../../../../workflows/access/workflows/send-code"
import type { AuthSendPhoneCodeType } from "./validators"

export const ACCESS = { POST: anyone() } satisfies RouteAccess

/** Nothing is looked up, so nothing in the answer or its time tells whether somebody has this number. */
export const POST = async (req: MedusaRequest<AuthSendPhoneCodeType>, res: MedusaResponse) => {
  const { result } = await sendCodeWorkflow(req.scope).run({
    input: {
      purpose: "sign_in",
      subject: "",
      destination: req.validatedBody.phone,
      asker: currentNetwork(),
      channel: "sms",
    },
  })

  res.status(201).json({ code: result })
}
