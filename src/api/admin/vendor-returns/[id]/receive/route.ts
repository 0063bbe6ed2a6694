import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import type { ReceiveReturnType } from "../../../../vendor/returns/validators"
import { answerCase } from "../../helpers"

/** Money goes back with it, so who may refund may say it, and nobody else of the staff. */
export const ACCESS = { POST: staff("refunds:create") } satisfies RouteAccess

export const POST = async (req: MedusaRequest<ReceiveReturnType>, res: MedusaResponse) => {
  const { restock: is_restocked, dispute } = req.validatedBody

  res.json(await answerCase(req, { to: "received", is_restocked, dispute }))
}
