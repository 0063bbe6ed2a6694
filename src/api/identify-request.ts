import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { requestIdFrom, runInRequest } from "../lib/request-id"

/** Gives the request an id that its log lines and its answer carry. */
export function identifyRequest(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const requestId = requestIdFrom(req.headers["x-request-id"])
  req.requestId = requestId
  res.setHeader("x-request-id", requestId)
  runInRequest(requestId, next, {
    ip_address: req.ip?.slice(0, 64) ?? null,
    device: req.headers["user-agent"]?.slice(0, 200) ?? null,
  })
}
