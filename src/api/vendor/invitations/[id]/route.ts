import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_OPEN } from "../../../../lib/route-access"
import { retrieveInvitation } from "../../../../workflows/vendor-member/list-invitations"
import { revokeInvitationWorkflow } from "../../../../workflows/vendor-member/workflows/revoke-invitation"
import { boundVendorId } from "../../context"

/** To take an invitation back gives nothing to anybody, so it asks for no second factor. */
export const ACCESS = {
  GET: vendor("members:read"),
  DELETE: vendor("members:write", { while: WHILE_OPEN, api_key: false }),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ invitation: await retrieveInvitation(req.scope, boundVendorId(req), req.params.id!) })
}

export const DELETE = async (req: MedusaRequest, res: MedusaResponse) => {
  const id = req.params.id!
  await revokeInvitationWorkflow(req.scope).run({ input: { vendor_id: boundVendorId(req), id } })

  res.json({ id, object: "vendor_invitation", deleted: true })
}
