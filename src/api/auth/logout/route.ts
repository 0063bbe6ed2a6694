import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../lib/route-access"
import { signOut } from "../sign-out"

/** Whose token or cookie it is, the middlewares of `/auth` have asked. */
export const ACCESS = { POST: anyone() } satisfies RouteAccess

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  await signOut(req, res)

  res.json({ success: true })
}
