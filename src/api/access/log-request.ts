import { AsyncResource } from "node:async_hooks"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { currentRequest } from "../../lib/request-id"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import type { VendorRequest } from "../vendor/context"
import { routeOfRequest } from "./route-of-request"

const READING = new Set(["GET", "HEAD", "OPTIONS"])

/** Buyers' requests are not logged; those of staff under a buyer's name are, each one. */
export function logImpersonated(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  res.on(
    "close",
    AsyncResource.bind(() => {
      if (currentRequest()?.actor?.impersonator_user_id) {
        record(req, res)
      }
    })
  )
  next()
}

/**
 * Writes each changing request into the audit log once it is over, also when the client has hung up, and every request of an impersonated session.
 * A line that cannot be written is logged: the answer is already out, and sensitive changes have lines of their own.
 */
export function logRequest(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  // Bound, because a socket's events do not remember whose request they end.
  res.on(
    "close",
    AsyncResource.bind(() => record(req, res))
  )
  next()
}

function record(req: MedusaRequest, res: MedusaResponse): void {
  const actor = currentRequest()?.actor
  if (!actor || (READING.has(req.method) && !actor.impersonator_user_id)) {
    return
  }
  const path = routeOfRequest(req)
  const { id } = req.params as { id?: string }
  req.scope
    .resolve<AuditModuleService>(AUDIT_MODULE)
    .record({
      action: `${req.method} ${path ?? req.path.slice(0, 200)}`,
      vendor_id: (req as VendorRequest).vendor_context?.vendor_id ?? null,
      record_type: path?.split("/")[2] ?? undefined,
      record_id: id?.slice(0, 200),
      http_status: res.statusCode,
    })
    .catch((error: Error) => {
      req.scope.resolve(ContainerRegistrationKeys.LOGGER).error("The audit line was not written", error)
    })
}
