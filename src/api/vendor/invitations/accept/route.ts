import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { member, type RouteAccess } from "../../../../lib/route-access"
import { acceptInvitationWorkflow } from "../../../../workflows/vendor-member/workflows/accept-invitation"
import type { VendorAcceptInvitationType } from "../validators"

export const ACCESS = { POST: member({ unregistered: true }) } satisfies RouteAccess

export const POST = async (
  req: AuthenticatedMedusaRequest<VendorAcceptInvitationType>,
  res: MedusaResponse
) => {
  const { auth_identity_id, actor_id } = req.auth_context
  const { result } = await acceptInvitationWorkflow(req.scope).run({
    input: { token: req.validatedBody.token, auth_identity_id, user_id: actor_id || null },
  })
  const { id, vendor_id, role } = result

  res.status(201).json({ membership: { id, vendor_id, role } })
}
