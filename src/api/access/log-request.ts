import { AsyncResource } from "node:async_hooks"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { currentRequest } from "../../lib/request-id"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import type { VendorRequest } from "../vendor/context"
import { routeOfRequest } from "./route-of-request"

const READING = new Set(["GET", "HEAD", "OPTIONS"])

/** Of a request whose client hung up before the answer; what it came to is in the lines of the change itself. */
const HUNG_UP = 499

const watched = new WeakSet<MedusaRequest>()

/**
 * Writes each changing request into the audit log once it is over. A line that cannot be written is logged: the answer is
 * already out, and sensitive changes have lines of their own.
 */
export function logRequest(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  if (!READING.has(req.method)) {
    onceOver(req, res)
  }
  next()
}

/** Every request of an impersonated session is a line, reading ones and those to the store too. */
export function logImpersonated(req: MedusaRequest): void {
  onceOver(req, req.res as MedusaResponse)
}

/**
 * Once the answer is written or the client is gone. Whoever hangs up before the guard knows who they are does not stop
 * the handler, so the line then waits for the answer that nobody reads.
 */
function onceOver(req: MedusaRequest, res: MedusaResponse): void {
  if (watched.has(req)) {
    return
  }
  watched.add(req)
  let isWritten = false
  // Bound, because a socket's events do not remember whose request they end.
  const over = AsyncResource.bind((status: number) => {
    if (!isWritten) {
      isWritten = record(req, status)
    }
  })
  const end = res.end.bind(res) as (...given: unknown[]) => MedusaResponse
  res.end = ((...given: unknown[]) => {
    over(res.statusCode)

    return end(...given)
  }) as MedusaResponse["end"]
  res.once("close", () => over(res.writableEnded ? res.statusCode : HUNG_UP))
}

/** Whether there was somebody to name. */
function record(req: MedusaRequest, http_status: number): boolean {
  if (!currentRequest()?.actor) {
    return false
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
      http_status,
    })
    .catch((error: Error) => {
      req.scope.resolve(ContainerRegistrationKeys.LOGGER).error("The audit line was not written", error)
    })

  return true
}
