import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ErrorCode, invalidData } from "../lib/errors"

/** PostgreSQL stores no NUL, and a statement with one fails as if the server were broken. */
export function refuseNul(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  if (/%00/.test(req.originalUrl) || holdsNul(req.body)) {
    throw invalidData(ErrorCode.REQUEST_MALFORMED, "The request has a NUL, which no text may hold.")
  }
  next()
}

/** Without recursion: a body may be nested deeper than a stack. */
function holdsNul(body: unknown): boolean {
  const waiting = [body]
  while (waiting.length) {
    const value = waiting.pop()
    if (typeof value === "string" && value.includes("\0")) {
      return true
    }
    if (value && typeof value === "object" && !Buffer.isBuffer(value)) {
      for (const [name, inner] of Object.entries(value)) {
        waiting.push(name, inner)
      }
    }
  }

  return false
}
