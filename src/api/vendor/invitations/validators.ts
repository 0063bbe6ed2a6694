import { z } from "@medusajs/framework/zod"
import { normaliseEmail } from "../../../lib/email"
import { INVITATION_STATES } from "../../../lib/invitation-rules"
import { wholeNumber } from "../../../lib/list-params"
import { VENDOR_ROLES } from "../../../lib/permissions"

const email = z.string().max(254).transform(normaliseEmail).pipe(z.email().max(254))

export const VendorGetInvitationsParams = z.strictObject({
  email: email.optional(),
  role: z.enum(VENDOR_ROLES).optional(),
  state: z.enum(INVITATION_STATES).optional(),
  order: z.enum(["created_at", "-created_at", "expires_at", "-expires_at"]).default("-created_at"),
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 1_000_000).default(0),
})
export type VendorGetInvitationsParamsType = z.infer<typeof VendorGetInvitationsParams>

export const VendorCreateInvitation = z.strictObject({ email, role: z.enum(VENDOR_ROLES) })
export type VendorCreateInvitationType = z.infer<typeof VendorCreateInvitation>

export const VendorAcceptInvitation = z.strictObject({ token: z.string().min(1).max(200) })
export type VendorAcceptInvitationType = z.infer<typeof VendorAcceptInvitation>
