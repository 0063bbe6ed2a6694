import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { orderOf } from "../../../lib/list-params"
import { type RouteAccess, vendor, WHILE_PREPARING } from "../../../lib/route-access"
import { listInvitations, retrieveInvitation } from "../../../workflows/vendor-member/list-invitations"
import { inviteMemberWorkflow } from "../../../workflows/vendor-member/workflows/invite-member"
import { boundVendorId, vendorContext } from "../context"
import type { VendorCreateInvitationType, VendorGetInvitationsParamsType } from "./validators"

export const ACCESS = {
  GET: vendor("members:read"),
  POST: vendor("members:write", { while: WHILE_PREPARING, step_up: true }),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { limit, offset, order, ...filters } = req.validatedQuery as VendorGetInvitationsParamsType
  const { invitations, count } = await listInvitations(req.scope, boundVendorId(req), {
    filters,
    skip: offset,
    take: limit,
    order: orderOf(order),
  })

  res.json({ invitations, count, offset, limit })
}

export const POST = async (req: MedusaRequest<VendorCreateInvitationType>, res: MedusaResponse) => {
  const { vendor_id, actor } = vendorContext(req)
  const { result: id } = await inviteMemberWorkflow(req.scope).run({
    input: { ...req.validatedBody, vendor_id, actor_user_id: actor.id },
  })

  res.status(201).json({ invitation: await retrieveInvitation(req.scope, vendor_id, id) })
}
