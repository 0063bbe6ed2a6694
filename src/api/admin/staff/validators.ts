import { z } from "@medusajs/framework/zod"
import { INVITATION_STATES } from "../../../lib/invitation-rules"
import { wholeNumber } from "../../../lib/list-params"
import { STAFF_ROLES } from "../../../lib/permissions"

export const AdminGetStaffParams = z.strictObject({
  role: z.enum(STAFF_ROLES).optional(),
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 1_000_000).default(0),
})
export type AdminGetStaffParamsType = z.infer<typeof AdminGetStaffParams>

export const AdminGetStaffInvitationsParams = AdminGetStaffParams.extend({
  state: z.enum(INVITATION_STATES).optional(),
})
export type AdminGetStaffInvitationsParamsType = z.infer<typeof AdminGetStaffInvitationsParams>

export const AdminUpdateStaff = z.strictObject({ role: z.enum(STAFF_ROLES) })
export type AdminUpdateStaffType = z.infer<typeof AdminUpdateStaff>

export const AdminInviteStaff = z.strictObject({
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
  role: z.enum(STAFF_ROLES),
})
export type AdminInviteStaffType = z.infer<typeof AdminInviteStaff>

export const AcceptStaffInvitation = z.strictObject({ token: z.string().min(20).max(200) })
export type AcceptStaffInvitationType = z.infer<typeof AcceptStaffInvitation>
