import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_PREPARING } from "../../../../../lib/route-access"
import { retrieveInvitation } from "../../../../../workflows/vendor-member/list-invitations"
import { resendInvitationWorkflow } from "../../../../../workflows/vendor-member/workflows/resend-invitation"
import { vendorContext } from "../../../context"

export const ACCESS = {
  POST: vendor("members:write", { while: WHILE_PREPARING, step_up: true }),
} satisfies RouteAccess

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const { vendor_id, actor } = vendorContext(req)
  const id = req.params.id!
  await resendInvitationWorkflow(req.scope).run({
    input: { vendor_id, invitation_id: id, actor_user_id: actor.id },
  })

  res.json({ invitation: await retrieveInvitation(req.scope, vendor_id, id) })
}
