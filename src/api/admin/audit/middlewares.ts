import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformQuery } from "../../validate-request"
import { listAuditQueryConfig } from "./query-config"
import { AdminGetAuditParams, AdminGetAuditPeopleParams } from "./validators"

export const adminAuditMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/audit",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetAuditParams, listAuditQueryConfig)],
  },
  {
    matcher: "/admin/audit/people",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetAuditPeopleParams, { isList: false })],
  },
]
