import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { member, type RouteAccess } from "../../../../lib/route-access"
import { acceptStaffInvitationWorkflow } from "../../../../workflows/access/workflows/accept-staff-invitation"
import type { AcceptStaffInvitationType } from "../../../admin/staff/validators"

export const ACCESS = { POST: member({ unregistered: true }) } satisfies RouteAccess

export const POST = async (
  req: AuthenticatedMedusaRequest<AcceptStaffInvitationType>,
  res: MedusaResponse
) => {
  const { auth_identity_id, actor_id } = req.auth_context
  const { result } = await acceptStaffInvitationWorkflow(req.scope).run({
    input: { token: req.validatedBody.token, auth_identity_id, user_id: actor_id || null },
  })

  res.json({ staff_member: { user_id: result.user_id, role: result.to } })
}
