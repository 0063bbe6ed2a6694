import type { MedusaRequest } from "@medusajs/framework/http"
import type { AccessRule, HttpMethod } from "../../lib/route-access"
import { coreAdminRule } from "./core-admin-rules"
import { loadDeclaredRoutes } from "./declared-routes"
import { routeOfRequest } from "./route-of-request"

/** The rule of the route that a request is about to run; null when nobody has declared one, or there is no such route. */
export async function ruleOfRequest(req: MedusaRequest): Promise<AccessRule | null> {
  const { rules, undeclared } = await loadDeclaredRoutes()
  const path = routeOfRequest(req)
  const method = (req.method === "HEAD" ? "GET" : req.method) as HttpMethod
  if (!path) {
    return null
  }

  const key = `${method} ${path}`

  // A plugin may add a route below one of core's; that it declares nothing counts, not where it stands.
  return rules.get(key) ?? (undeclared.includes(key) ? null : coreAdminRule(method, path))
}
