import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformBody, validateAndTransformQuery } from "../../validate-request"
import {
  AdminFinishReconciliationLine,
  AdminGetReconciliationLinesParams,
  AdminGetReconciliationParams,
  AdminRunReconciliation,
} from "./validators"

export const adminReconciliationMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/reconciliation",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetReconciliationParams, { isList: true })],
  },
  {
    matcher: "/admin/reconciliation/lines",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetReconciliationLinesParams, { isList: true })],
  },
  {
    matcher: "/admin/reconciliation/run",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminRunReconciliation)],
  },
  {
    matcher: "/admin/reconciliation/lines/:id/done",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminFinishReconciliationLine)],
  },
]
