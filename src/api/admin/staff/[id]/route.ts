import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../lib/route-access"
import { retrieveStaff } from "../../../../workflows/access/list-staff"
import { moveStaffWorkflow } from "../../../../workflows/access/workflows/move-staff"
import { staffContext } from "../../../access/admit-staff"
import type { AdminUpdateStaffType } from "../validators"

export const ACCESS = {
  GET: staff("staff:read"),
  POST: staff("staff:write", { step_up: true }),
  DELETE: staff("staff:write", { step_up: true }),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ staff_member: await retrieveStaff(req.scope, req.params.id!) })
}

export const POST = async (req: MedusaRequest<AdminUpdateStaffType>, res: MedusaResponse) => {
  const { user_id } = await retrieveStaff(req.scope, req.params.id!)
  const by = staffContext(req).user_id
  await moveStaffWorkflow(req.scope).run({ input: { user_id, to: req.validatedBody.role, by } })

  res.json({ staff_member: await retrieveStaff(req.scope, user_id) })
}

export const DELETE = async (req: MedusaRequest, res: MedusaResponse) => {
  const { user_id } = await retrieveStaff(req.scope, req.params.id!)
  await moveStaffWorkflow(req.scope).run({ input: { user_id, to: null, by: staffContext(req).user_id } })

  res.json({ id: user_id, object: "staff_member", deleted: true })
}
