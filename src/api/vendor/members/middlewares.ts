import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateQuery } from "../../access/validate-query"
import { validateAndTransformBody } from "../../validate-request"
import { VendorGetMembersParams, VendorUpdateMember } from "./validators"

export const vendorMemberMiddlewares: MiddlewareRoute[] = [
  { matcher: "/vendor/members", methods: ["GET"], middlewares: [validateQuery(VendorGetMembersParams)] },
  {
    matcher: "/vendor/members/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorUpdateMember)],
  },
]
