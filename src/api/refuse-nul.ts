import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ErrorCode, invalidData } from "../lib/errors"

/** PostgreSQL stores no NUL, and a statement with one fails as if the server were broken. */
export function refuseNul(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  if (/%00/.test(req.originalUrl) || holdsNul(req.body)) {
    throw invalidData(ErrorCode.REQUEST_MALFORMED, "The request has a NUL, which no text may hold.")
  }
  next()
}

function holdsNul(value: unknown): boolean {
  if (typeof value === "string") {
    return value.includes("\0")
  }
  if (!value || typeof value !== "object" || Buffer.isBuffer(value)) {
    return false
  }

  return Object.entries(value).some(([name, inner]) => name.includes("\0") || holdsNul(inner))
}
