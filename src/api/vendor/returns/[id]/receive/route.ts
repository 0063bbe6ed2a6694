import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_SERVING } from "../../../../../lib/route-access"
import { answerReturn } from "../../helpers"
import type { ReceiveReturnType } from "../../validators"

export const ACCESS = { POST: vendor("returns:write", { while: WHILE_SERVING }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest<ReceiveReturnType>, res: MedusaResponse) => {
  const { restock: is_restocked, dispute } = req.validatedBody

  res.json(await answerReturn(req, { to: "received", is_restocked, dispute }))
}
