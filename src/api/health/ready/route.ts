import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { anyone, type RouteAccess } from "../../../lib/route-access"

/** Whether requests can be served: core's `/health` only says that the process lives. */
export const ACCESS = { GET: anyone() } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  try {
    await req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw("select 1")
    res.json({ status: "ready" })
  } catch {
    res
      .status(503)
      .json({ status: "unavailable", code: "database_unreachable", message: "The database does not answer." })
  }
}
