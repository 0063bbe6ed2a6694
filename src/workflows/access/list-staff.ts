import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, notFound } from "../../lib/errors"
import type { StaffRole } from "../../lib/permissions"

export type StaffView = {
  user_id: string
  role: StaffRole
  email: string | null
  first_name: string | null
  last_name: string | null
  created_at: Date | string
}

const STAFF_FIELDS = ["user_id", "role", "created_at"]
const USER_FIELDS = ["id", "email", "first_name", "last_name"]

/** Members of staff with their names; two statements whatever the number of people. */
export async function listStaff(
  container: MedusaContainer,
  { filters, skip, take }: { filters: Record<string, unknown>; skip: number; take: number }
): Promise<{ staff: StaffView[]; count: number }> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: members, metadata } = await query.graph({
    entity: "staff_member",
    fields: STAFF_FIELDS,
    filters,
    pagination: { skip, take, order: { created_at: "ASC", id: "ASC" } },
  })
  const ids = members.map(({ user_id }) => user_id)
  const { data: users } = await query.graph({
    entity: "user",
    fields: USER_FIELDS,
    filters: { id: ids },
    pagination: { skip: 0, take: Math.max(ids.length, 1) },
  })
  const byId = new Map(users.map((user) => [user.id, user]))

  return {
    count: metadata?.count ?? members.length,
    staff: members.map(({ user_id, role, created_at }) => {
      const user = byId.get(user_id)

      return {
        user_id,
        role,
        created_at,
        email: user?.email ?? null,
        first_name: user?.first_name ?? null,
        last_name: user?.last_name ?? null,
      }
    }),
  }
}

/** One member of staff by the user's id. */
export async function retrieveStaff(container: MedusaContainer, userId: string): Promise<StaffView> {
  const { staff } = await listStaff(container, { filters: { user_id: userId }, skip: 0, take: 1 })
  const [member] = staff
  if (!member) {
    throw notFound(ErrorCode.STAFF_MEMBER_NOT_FOUND, "There is no such member of staff.")
  }

  return member
}
