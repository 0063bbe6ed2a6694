import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { plainText } from "../../lib/clean-text"

/** What buyers write into core's routes, names and addresses above all, is read by shops and staff: it is cleaned here. */
export function cleanStoreText(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  req.body = cleaned(req.body)
  next()
}

/** No deeper than `refuseExcess`, which runs before, lets a body be. */
function cleaned(value: unknown): unknown {
  if (typeof value === "string") {
    return plainText(value)
  }
  if (Array.isArray(value)) {
    return value.map(cleaned)
  }
  if (!value || typeof value !== "object") {
    return value
  }

  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cleaned(inner)]))
}
