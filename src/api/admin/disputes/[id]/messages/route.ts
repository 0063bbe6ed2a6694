import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { addDisputeMessageWorkflow } from "../../../../../workflows/dispute/workflows/add-message"
import { staffContext } from "../../../../access/admit-staff"
import { answerCase } from "../../helpers"
import type { AdminWriteDisputeMessageType } from "../../validators"

export const ACCESS = { POST: staff("disputes:write") } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminWriteDisputeMessageType>, res: MedusaResponse) => {
  const { text, vendor_id = null } = req.validatedBody
  const author_id = staffContext(req).user_id
  await addDisputeMessageWorkflow(req.scope).run({
    input: { dispute_id: req.params.id!, author: "staff", author_id, vendor_id, text },
  })

  res.status(201).json(await answerCase(req))
}
