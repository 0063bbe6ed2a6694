import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ErrorCode, invalidData } from "../lib/errors"

/** From the slash on, printable and without a backslash; a fragment never leaves a browser. */
const PLAIN = /^\/[!"$-[\]-~]*(\?[^#]*)?$/

/**
 * Express reads `http://host/path`, `/path#x` and `/a\b#` as other paths than they look like. The guards read addresses
 * too: one that two readers could understand in two ways is refused before any of them.
 */
export function refuseOddAddresses(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  if (!PLAIN.test(req.originalUrl)) {
    throw invalidData(ErrorCode.REQUEST_MALFORMED, "The address has characters that do not belong there.")
  }
  next()
}
