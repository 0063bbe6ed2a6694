import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../lib/route-access"
import { endImpersonationWorkflow } from "../../../../workflows/access/workflows/end-impersonation"

export const ACCESS = { DELETE: staff("impersonation:start", { api_key: false }) } satisfies RouteAccess

export const DELETE = async (req: MedusaRequest, res: MedusaResponse) => {
  const { result: id } = await endImpersonationWorkflow(req.scope).run({ input: { id: req.params.id! } })

  res.json({ id, object: "impersonation", deleted: true })
}
