import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { revokeStaffInvitationWorkflow } from "../../../../../workflows/access/workflows/revoke-staff-invitation"

export const ACCESS = { DELETE: staff("staff:write", { step_up: true }) } satisfies RouteAccess

export const DELETE = async (req: MedusaRequest, res: MedusaResponse) => {
  const { result: id } = await revokeStaffInvitationWorkflow(req.scope).run({ input: { id: req.params.id! } })

  res.json({ id, object: "staff_invitation", deleted: true })
}
