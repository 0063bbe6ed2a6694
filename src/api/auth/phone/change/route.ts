import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../../lib/route-access"
import { changePhoneWorkflow } from "../../../../workflows/access/workflows/change-phone"
import { presenceOf } from "../../factor-guard"
import { signInAnew } from "../../sign-in-anew"
import type { AuthChangePhoneType } from "./validators"

/** Who asks is checked by the middlewares of `/auth`. */
export const ACCESS = { POST: anyone() } satisfies RouteAccess

export const POST = async (req: AuthenticatedMedusaRequest<AuthChangePhoneType>, res: MedusaResponse) => {
  const { result } = await changePhoneWorkflow(req.scope).run({
    input: { ...req.validatedBody, ...(await presenceOf(req)) },
  })

  res.json({ ...result, token: await signInAnew(req) })
}
