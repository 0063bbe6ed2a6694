import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../lib/route-access"
import { listStaffInvitations } from "../../../../workflows/access/list-staff-invitations"
import { inviteStaffWorkflow } from "../../../../workflows/access/workflows/invite-staff"
import { staffContext } from "../../../access/admit-staff"
import type { AdminGetStaffInvitationsParamsType, AdminInviteStaffType } from "../validators"

export const ACCESS = {
  GET: staff("staff:read"),
  POST: staff("staff:write", { step_up: true }),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { limit, offset, ...filters } = req.validatedQuery as AdminGetStaffInvitationsParamsType
  const { invitations, count } = await listStaffInvitations(req.scope, {
    filters,
    skip: offset,
    take: limit,
  })

  res.json({ invitations, count, offset, limit })
}

export const POST = async (req: MedusaRequest<AdminInviteStaffType>, res: MedusaResponse) => {
  const { result: invitation } = await inviteStaffWorkflow(req.scope).run({
    input: { ...req.validatedBody, by: staffContext(req).user_id },
  })

  res.status(201).json({ invitation })
}
