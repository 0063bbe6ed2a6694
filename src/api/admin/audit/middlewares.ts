import { type MiddlewareRoute, validateAndTransformQuery } from "@medusajs/framework/http"
import { listAuditQueryConfig } from "./query-config"
import { AdminGetAuditParams } from "./validators"

export const adminAuditMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/audit",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetAuditParams, listAuditQueryConfig)],
  },
]
