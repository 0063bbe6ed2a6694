import type { MiddlewareRoute } from "@medusajs/framework/http"
import { NoParams } from "../../../lib/list-params"
import { validateAndTransformQuery } from "../../validate-request"
import { AdminGetProductApprovalsParams } from "./validators"

export const adminProductApprovalMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/product-approvals",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(AdminGetProductApprovalsParams, { isList: true })],
  },
  {
    matcher: "/admin/product-approvals/:id/changes",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(NoParams, { isList: false })],
  },
]
