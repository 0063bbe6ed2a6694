import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { filterByState, type InvitationState, invitationState } from "../../lib/invitation-rules"
import type { VendorRole } from "../../lib/permissions"
import { scoped } from "../../lib/vendor-scope"
import { invitationMissing } from "../../modules/vendor/refusals"

/** The hash of the token is no field of anybody's. */
const FIELDS = [
  "id",
  "email",
  "role",
  "expires_at",
  "sent_at",
  "accepted_at",
  "revoked_at",
  "invited_by",
  "created_at",
]

type InvitationRow = {
  id: string
  email: string
  role: VendorRole
  expires_at: Date
  sent_at: Date
  accepted_at: Date | null
  revoked_at: Date | null
  invited_by: string
  created_at: Date
}

export type ListInvitationsInput = {
  filters?: { id?: string; role?: VendorRole; email?: string; state?: InvitationState }
  skip: number
  take: number
  order?: Record<string, "ASC" | "DESC">
}

const dateOf = (value: string | Date | null | undefined) => (value ? new Date(value) : null)

/** Invitations into one shop, without what could open them. */
export async function listInvitations(
  container: MedusaContainer,
  vendorId: string,
  { filters = {}, skip, take, order = {} }: ListInvitationsInput
) {
  const now = new Date()
  const { state, ...plain } = filters
  const { data, metadata } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "vendor_invitation",
    fields: FIELDS,
    filters: scoped(vendorId, { ...plain, ...filterByState(state, now) }),
    pagination: { skip, take, order: { ...order, id: "ASC" } },
  })
  const invitations = (data as InvitationRow[]).map(
    ({ id, email, role, invited_by, created_at, ...times }) => ({
      id,
      email,
      role,
      state: invitationState(
        {
          expires_at: new Date(times.expires_at),
          accepted_at: dateOf(times.accepted_at),
          revoked_at: dateOf(times.revoked_at),
        },
        now
      ),
      expires_at: times.expires_at,
      sent_at: times.sent_at,
      invited_by,
      created_at,
    })
  )

  return { invitations, count: metadata?.count ?? invitations.length }
}

export async function retrieveInvitation(container: MedusaContainer, vendorId: string, id: string) {
  const { invitations } = await listInvitations(container, vendorId, { filters: { id }, skip: 0, take: 1 })
  const [invitation] = invitations
  if (!invitation) {
    throw invitationMissing()
  }

  return invitation
}
