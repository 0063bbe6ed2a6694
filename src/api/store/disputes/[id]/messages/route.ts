import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../../../lib/route-access"
import { addDisputeMessageWorkflow } from "../../../../../workflows/dispute/workflows/add-message"
import { buyerOf, ownDispute } from "../../helpers"
import type { DisputeMessageType } from "../../validators"

export const ACCESS = { POST: anyone() } satisfies RouteAccess

export const POST = async (req: MedusaRequest<DisputeMessageType>, res: MedusaResponse) => {
  const { id: dispute_id } = await ownDispute(req)
  await addDisputeMessageWorkflow(req.scope).run({
    input: { ...req.validatedBody, dispute_id, author: "buyer", author_id: buyerOf(req), vendor_id: null },
  })

  res.status(201).json({ dispute: await ownDispute(req) })
}
