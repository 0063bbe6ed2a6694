import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_OPEN } from "../../../../lib/route-access"
import { retrieveMember } from "../../../../workflows/vendor-member/list-members"
import { changeMemberRoleWorkflow } from "../../../../workflows/vendor-member/workflows/change-member-role"
import { removeMemberWorkflow } from "../../../../workflows/vendor-member/workflows/remove-member"
import { boundVendorId, vendorContext } from "../../context"
import type { VendorUpdateMemberType } from "../validators"

export const ACCESS = {
  GET: vendor("members:read"),
  POST: vendor("members:write", { while: WHILE_OPEN, step_up: true }),
  // A shop that was suspended can still part with somebody.
  DELETE: vendor("members:write", { while: WHILE_OPEN, step_up: true }),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ member: await retrieveMember(req.scope, boundVendorId(req), { id: req.params.id! }) })
}

export const POST = async (req: MedusaRequest<VendorUpdateMemberType>, res: MedusaResponse) => {
  const { vendor_id, actor } = vendorContext(req)
  const id = req.params.id!
  await changeMemberRoleWorkflow(req.scope).run({
    input: { vendor_id, member_id: id, actor_user_id: actor.id, to: req.validatedBody.role },
  })

  res.json({ member: await retrieveMember(req.scope, vendor_id, { id }) })
}

export const DELETE = async (req: MedusaRequest, res: MedusaResponse) => {
  const { vendor_id, actor } = vendorContext(req)
  const id = req.params.id!
  await removeMemberWorkflow(req.scope).run({
    input: { vendor_id, member_id: id, actor_user_id: actor.id },
  })

  res.json({ id, object: "vendor_member", deleted: true })
}
