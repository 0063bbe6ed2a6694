import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_SERVING } from "../../../../../lib/route-access"
import { answerReturn } from "../../helpers"
import type { ApproveReturnType } from "../../validators"

export const ACCESS = { POST: vendor("returns:write", { while: WHILE_SERVING }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest<ApproveReturnType>, res: MedusaResponse) => {
  res.json(await answerReturn(req, { to: "approved", note: req.validatedBody.note }))
}
