import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { shownEmail } from "../../lib/login-emails"
import { permissionsOfStaffRole, permissionsOfVendorRole } from "../../lib/permissions"
import { chooseShop } from "../../modules/access/domain/decide"
import type { Grants } from "../../modules/access/domain/grants"
import { maskDestination } from "../../modules/one-time-code/domain/destination"
import { entityAt, loginOf } from "../access/login-of"

export type ReadMeInput = { user_id: string; auth_identity_id: string; grants: Grants }

/** Who is signed in, in which shops with which rights, and what is asked of their second factor. */
export async function readMe(container: MedusaContainer, { user_id, auth_identity_id, grants }: ReadMeInput) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const vendorIds = grants.memberships.map(({ vendor_id }) => vendor_id)
  const [users, { data: vendors }, factors, login] = await Promise.all([
    query.graph({
      entity: "user",
      fields: ["id", "email", "first_name", "last_name", "metadata"],
      filters: { id: user_id },
    }),
    query.graph({
      entity: "vendor",
      fields: ["id", "name", "handle"],
      filters: { id: vendorIds },
      pagination: { skip: 0, take: Math.max(vendorIds.length, 1) },
    }),
    container.resolve(Modules.AUTH).listAuthMfa({ auth_identity_id, status: "enabled" }, { select: ["id"] }),
    loginOf(container, auth_identity_id),
  ])
  const phone = entityAt(login, "phone")
  const chosen = chooseShop(grants.memberships, {
    asked: null,
    remembered: grants.session?.vendor_id ?? null,
  })

  return {
    user: userView(user_id, users.data[0]),
    memberships: grants.memberships.map(({ vendor_id, status, role }) => ({
      vendor_id,
      ...shopView((vendors as ShopRow[]).find(({ id }) => id === vendor_id)),
      status,
      role,
      permissions: [...permissionsOfVendorRole(role)].toSorted(),
    })),
    /** Null for those who are not of the platform's staff. */
    staff: grants.staff_role === null ? null : staffView(grants.staff_role),
    /** The shop that requests are about when they name none. */
    vendor_id: "is_allowed" in chosen ? null : chosen.vendor_id,
    second_factor: { is_enrolled: factors.length > 0, is_required: isFactorRequired(grants) },
    /** The number that the login can be signed in with, as far as somebody looking over a shoulder may see it. */
    sign_in_phone: phone && maskDestination(phone),
  }
}

type ShopRow = { id: string; name: string; handle: string }

const shopView = (shop: ShopRow | undefined) => ({ name: shop?.name ?? null, handle: shop?.handle ?? null })

const staffView = (role: string) => ({ role, permissions: [...permissionsOfStaffRole(role)].toSorted() })

type UserRow = {
  email?: string | null
  first_name?: string | null
  last_name?: string | null
  metadata?: Record<string, unknown> | null
}

function userView(id: string, user: UserRow | undefined) {
  const phone = user?.metadata?.contact_phone

  return {
    id,
    email: shownEmail(user?.email),
    first_name: user?.first_name ?? null,
    last_name: user?.last_name ?? null,
    contact_phone: typeof phone === "string" ? phone : null,
  }
}

function isFactorRequired({ settings, memberships, staff_role }: Grants): boolean {
  const isOwner = memberships.some(({ role }) => role === "owner")

  return (
    (settings.vendor_owner_mfa_required && isOwner) || (settings.staff_mfa_required && staff_role !== null)
  )
}
