import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, notFound } from "../../lib/errors"
import { shownEmail } from "../../lib/login-emails"
import type { VendorRole } from "../../lib/permissions"
import { scoped } from "../../lib/vendor-scope"

export type MemberView = {
  id: string
  role: VendorRole
  user: { id: string; email: string | null; first_name: string | null; last_name: string | null }
  created_at: Date | string
}

export type ListMembersInput = {
  filters?: { id?: string; user_id?: string; role?: VendorRole }
  skip: number
  take: number
  order?: Record<string, "ASC" | "DESC">
}

/** The people of one shop with their names; two statements whatever their number. */
export async function listMembers(
  container: MedusaContainer,
  vendorId: string,
  { filters = {}, skip, take, order = {} }: ListMembersInput
): Promise<{ members: MemberView[]; count: number }> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity: "vendor_member",
    fields: ["id", "role", "user_id", "created_at"],
    filters: scoped<Record<string, unknown>>(vendorId, filters),
    pagination: { skip, take, order: { ...order, id: "ASC" } },
  })
  const ids = data.map(({ user_id }) => user_id)
  const { data: users } = await query.graph({
    entity: "user",
    fields: ["id", "email", "first_name", "last_name"],
    filters: { id: ids },
    pagination: { skip: 0, take: Math.max(ids.length, 1) },
  })
  const byId = new Map(users.map((user) => [user.id, user]))
  const members = data.map(({ id, role, user_id, created_at }) => {
    const user = byId.get(user_id)

    return {
      id,
      role: role as VendorRole,
      user: {
        id: user_id,
        email: shownEmail(user?.email),
        first_name: user?.first_name ?? null,
        last_name: user?.last_name ?? null,
      },
      created_at,
    }
  })

  return { members, count: metadata?.count ?? members.length }
}

/** One member of one shop, by the id of the membership or of the user. */
export async function retrieveMember(
  container: MedusaContainer,
  vendorId: string,
  filters: { id: string } | { user_id: string }
): Promise<MemberView> {
  const { members } = await listMembers(container, vendorId, { filters, skip: 0, take: 1 })
  const [member] = members
  if (!member) {
    throw notFound(ErrorCode.MEMBER_NOT_FOUND, "This shop has no such member.")
  }

  return member
}
