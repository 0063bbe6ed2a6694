import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { filterByState, type InvitationState, invitationState } from "../../lib/invitation-rules"
import type { StaffRole } from "../../lib/permissions"

const FIELDS = ["id", "email", "role", "expires_at", "accepted_at", "revoked_at", "invited_by", "created_at"]

type InvitationRow = {
  id: string
  email: string
  role: StaffRole
  expires_at: Date
  accepted_at: Date | null
  revoked_at: Date | null
  invited_by: string
  created_at: Date
}

type ListStaffInvitationsInput = {
  filters: { role?: StaffRole; state?: InvitationState }
  skip: number
  take: number
}

/** Invitations to the staff, the newest first, without what could open them. */
export async function listStaffInvitations(
  container: MedusaContainer,
  { filters, skip, take }: ListStaffInvitationsInput
) {
  const now = new Date()
  const { state, ...plain } = filters
  const { data, metadata } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "staff_invitation",
    fields: FIELDS,
    filters: { ...plain, ...filterByState(state, now) },
    pagination: { skip, take, order: { created_at: "DESC", id: "DESC" } },
  })
  const dateOf = (value: string | Date | null) => (value ? new Date(value) : null)

  return {
    count: metadata?.count ?? data.length,
    invitations: (data as InvitationRow[]).map((row) => ({
      id: row.id,
      email: row.email,
      role: row.role,
      invited_by: row.invited_by,
      created_at: row.created_at,
      expires_at: row.expires_at,
      state: invitationState(
        {
          expires_at: new Date(row.expires_at),
          accepted_at: dateOf(row.accepted_at),
          revoked_at: dateOf(row.revoked_at),
        },
        now
      ),
    })),
  }
}
