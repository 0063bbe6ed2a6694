import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../lib/route-access"
import { signOut } from "../sign-out"

/** Core asks for the cookie before this runs. */
export const ACCESS = { DELETE: anyone() } satisfies RouteAccess

export const DELETE = async (req: MedusaRequest, res: MedusaResponse) => {
  await signOut(req, res)

  res.json({ success: true })
}
