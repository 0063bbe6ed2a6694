import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../lib/route-access"
import { retrieveOnboarding } from "./helpers"

export const ACCESS = { GET: vendor("onboarding:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ onboarding: await retrieveOnboarding(req) })
}
