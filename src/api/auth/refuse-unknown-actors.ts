import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, forbidden, notAllowed } from "../../lib/errors"
import { routeOfRequest } from "../access/route-of-request"

/**
 * Medusa lets an actor that no list names use every provider, and makes whoever proves an e-mail by OAuth a user of the
 * admin (`POST /auth/:auth_provider/user`). Neither is open here.
 */
export function refuseUnknownActors(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  const route = routeOfRequest(req)
  if (!route?.startsWith("/auth/:")) {
    next()
    return
  }
  const [, , actor = "", last = ""] = (req.originalUrl.split("?", 1)[0] ?? "").split("/")
  if (req.method === "POST" && last.toLowerCase() === "user") {
    throw forbidden(ErrorCode.ROUTE_CLOSED, "Nobody becomes a user of the admin by this route.")
  }
  const { http } = req.scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  if (!Object.hasOwn(http.authMethodsPerActor ?? {}, actor)) {
    throw notAllowed(ErrorCode.AUTH_ACTOR_UNKNOWN, "Nobody signs in as this.")
  }
  next()
}
