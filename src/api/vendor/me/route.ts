import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { updateUsersWorkflow } from "@medusajs/medusa/core-flows"
import { member, type RouteAccess } from "../../../lib/route-access"
import { readMe } from "../../../workflows/vendor-member/read-me"
import { memberContext } from "../context"
import type { VendorUpdateMeType } from "./validators"

export const ACCESS = { GET: member(), POST: member() } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json(await readMe(req.scope, memberContext(req)))
}

export const POST = async (req: MedusaRequest<VendorUpdateMeType>, res: MedusaResponse) => {
  const { contact_phone, ...names } = req.validatedBody
  const metadata = contact_phone === undefined ? {} : { metadata: { contact_phone } }
  await updateUsersWorkflow(req.scope).run({
    input: { updates: [{ id: memberContext(req).user_id, ...names, ...metadata }] },
  })

  res.json(await readMe(req.scope, memberContext(req)))
}
