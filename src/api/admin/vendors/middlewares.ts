import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformBody, validateAndTransformQuery } from "../../validate-request"
import { listVendorsQueryConfig, retrieveVendorQueryConfig } from "./query-config"
import {
  AdminDecision,
  AdminGetVendorParams,
  AdminGetVendorsParams,
  AdminReasonedDecision,
  AdminReasonedReview,
  AdminReview,
  AdminUpdateVendor,
} from "./validators"

type Schema = Parameters<typeof validateAndTransformBody>[0]

const post = (matcher: string, body: Schema): MiddlewareRoute => ({
  matcher,
  methods: ["POST"],
  middlewares: [validateAndTransformBody(body)],
})

export const adminVendorMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/vendors",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetVendorsParams, listVendorsQueryConfig)],
  },
  {
    matcher: "/admin/vendors/:id",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetVendorParams, retrieveVendorQueryConfig)],
  },
  post("/admin/vendors/:id", AdminUpdateVendor),
  post("/admin/vendors/:id/approve", AdminReview),
  post("/admin/vendors/:id/reject", AdminReasonedReview),
  post("/admin/vendors/:id/suspend", AdminReasonedDecision),
  post("/admin/vendors/:id/reinstate", AdminDecision),
  post("/admin/vendors/:id/close", AdminReasonedDecision),
  post("/admin/vendors/:id/requirements/:key/accept", AdminReview),
  post("/admin/vendors/:id/requirements/:key/waive", AdminReasonedReview),
  post("/admin/vendors/:id/requirements/:key/reject", AdminReasonedReview),
]
