import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../lib/route-access"
import { requestWriteOffWorkflow } from "../../../../workflows/debt/workflows/request-write-off"
import { listWriteOffs } from "../../../../workflows/debt/write-offs"
import { staffContext } from "../../../access/admit-staff"
import type { AdminGetWriteOffsParamsType, AdminRequestWriteOffType } from "../validators"

export const ACCESS = { GET: staff("payouts:read"), POST: staff("payouts:approve") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  const { limit, offset } = req.validatedQuery as unknown as AdminGetWriteOffsParamsType

  res.json(await listWriteOffs(req.scope, { take: limit, skip: offset }))
}

export const POST = async (req: MedusaRequest<AdminRequestWriteOffType>, res: MedusaResponse) => {
  const { result } = await requestWriteOffWorkflow(req.scope).run({
    input: { ...req.validatedBody, by: staffContext(req).user_id },
  })

  res.status(201).json({ write_off: result })
}
