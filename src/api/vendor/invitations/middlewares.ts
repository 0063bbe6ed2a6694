import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateQuery } from "../../access/validate-query"
import { validateAndTransformBody } from "../../validate-request"
import { VendorAcceptInvitation, VendorCreateInvitation, VendorGetInvitationsParams } from "./validators"

export const vendorInvitationMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/invitations",
    methods: ["GET"],
    middlewares: [validateQuery(VendorGetInvitationsParams)],
  },
  {
    matcher: "/vendor/invitations",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorCreateInvitation)],
  },
  {
    matcher: "/vendor/invitations/accept",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorAcceptInvitation)],
  },
]
