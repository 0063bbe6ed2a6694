import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateQuery } from "../../access/validate-query"
import { validateAndTransformBody } from "../../validate-request"
import {
  AdminCreateCommissionRule,
  AdminEndCommissionRule,
  AdminGetCommissionRulesParams,
  AdminUpdateCommissionRule,
} from "./validators"

export const adminCommissionRuleMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/commission-rules",
    methods: ["GET"],
    middlewares: [validateQuery(AdminGetCommissionRulesParams)],
  },
  {
    matcher: "/admin/commission-rules",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminCreateCommissionRule)],
  },
  {
    matcher: "/admin/commission-rules/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminUpdateCommissionRule)],
  },
  {
    matcher: "/admin/commission-rules/:id/end",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminEndCommissionRule)],
  },
]
