import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_SERVING } from "../../../../../lib/route-access"
import { addDisputeMessageWorkflow } from "../../../../../workflows/dispute/workflows/add-message"
import type { DisputeMessageType } from "../../../../store/disputes/validators"
import { answerCase, caseRef } from "../../helpers"

export const ACCESS = { POST: vendor("disputes:write", { while: WHILE_SERVING }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest<DisputeMessageType>, res: MedusaResponse) => {
  const { by: author_id, ...ref } = caseRef(req)
  await addDisputeMessageWorkflow(req.scope).run({
    input: { ...ref, ...req.validatedBody, author: "vendor", author_id },
  })

  res.status(201).json(await answerCase(req))
}
