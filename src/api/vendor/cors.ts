import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import cors from "cors"
import { originsOf } from "../surface/surface-of"

const answerCors = cors({
  origin: (_origin, done) => done(null, originsOf("vendor")),
  credentials: true,
  methods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
  allowedHeaders: ["authorization", "content-type", "x-vendor-id", "x-request-id", "idempotency-key"],
  exposedHeaders: ["x-request-id", "retry-after"],
  maxAge: 600,
})

/** Medusa gives `/vendor` no CORS of its own. A preflight ends here, before a sign-in is asked for. */
export function allowVendorOrigins(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  answerCors(req, res, next)
}
