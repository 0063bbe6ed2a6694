import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_OPEN } from "../../../../lib/route-access"
import { retrieveMember } from "../../../../workflows/vendor-member/list-members"
import { removeMemberWorkflow } from "../../../../workflows/vendor-member/workflows/remove-member"
import { vendorContext } from "../../context"

/** Every role may leave, so it asks for what every role holds. */
export const ACCESS = {
  POST: vendor("shop:read", { while: WHILE_OPEN, api_key: false }),
} satisfies RouteAccess

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const { vendor_id, actor } = vendorContext(req)
  const { id } = await retrieveMember(req.scope, vendor_id, { user_id: actor.id })
  await removeMemberWorkflow(req.scope).run({
    input: { vendor_id, member_id: id, actor_user_id: actor.id },
  })

  res.json({ id, object: "vendor_member", deleted: true })
}
