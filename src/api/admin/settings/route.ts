import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../lib/route-access"
import { changeSettingsWorkflow } from "../../../workflows/access/workflows/change-settings"
import { staffContext } from "../../access/admit-staff"
import type { AdminUpdateSettingsType } from "./validators"

export const ACCESS = {
  GET: staff("settings:read"),
  POST: staff("settings:write", { step_up: true }),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ settings: staffContext(req).grants.settings })
}

export const POST = async (req: MedusaRequest<AdminUpdateSettingsType>, res: MedusaResponse) => {
  const { user_id, grants } = staffContext(req)
  await changeSettingsWorkflow(req.scope).run({ input: { values: req.validatedBody, by: user_id } })

  res.json({ settings: { ...grants.settings, ...req.validatedBody } })
}
