import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../lib/route-access"
import { answerCase } from "../helpers"

export const ACCESS = { GET: vendor("disputes:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json(await answerCase(req))
}
