import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { loadEnv } from "../lib/env"

/**
 * Medusa believes one proxy, whatever stands in front. Where there is none, anybody could name an address of their own
 * and have a fresh one for each attempt at a password.
 */
export function trustProxies(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  const hops = loadEnv().TRUST_PROXY_HOPS
  if (req.app.get("trust proxy") !== hops) {
    req.app.set("trust proxy", hops)
  }
  next()
}
