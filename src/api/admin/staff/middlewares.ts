import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"
import { validateQuery } from "../../access/validate-query"
import { validateAndTransformBody } from "../../validate-request"
import {
  AcceptStaffInvitation,
  AdminGetStaffInvitationsParams,
  AdminGetStaffParams,
  AdminInviteStaff,
  AdminUpdateStaff,
} from "./validators"

export const adminStaffMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/staff", methods: ["GET"], middlewares: [validateQuery(AdminGetStaffParams)] },
  {
    matcher: "/admin/staff/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminUpdateStaff)],
  },
  {
    matcher: "/admin/staff/invitations",
    methods: ["GET"],
    middlewares: [validateQuery(AdminGetStaffInvitationsParams)],
  },
  {
    matcher: "/admin/staff/invitations",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AdminInviteStaff)],
  },
  {
    matcher: "/auth/staff-invitations/accept",
    methods: ["POST"],
    middlewares: [
      authenticate("user", ["bearer", "session"], { allowUnregistered: true }),
      validateAndTransformBody(AcceptStaffInvitation),
    ],
  },
]
