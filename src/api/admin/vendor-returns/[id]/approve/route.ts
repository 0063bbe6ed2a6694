import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import type { ApproveReturnType } from "../../../../vendor/returns/validators"
import { answerCase } from "../../helpers"

export const ACCESS = { POST: staff("returns:write") } satisfies RouteAccess

export const POST = async (req: MedusaRequest<ApproveReturnType>, res: MedusaResponse) => {
  res.json(await answerCase(req, { to: "approved", note: req.validatedBody.note }))
}
