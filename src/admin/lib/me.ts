import type { Permission } from "../../lib/permissions"
import type { Answer } from "./api/client"
import { useAnswer, useSeat } from "./api/hooks"

export type Me = Answer<"GET /vendor/me">
export type Membership = Me["memberships"][number]

/** Who is signed in: of the staff, in which shops, with which rights. */
export const useMe = () => useAnswer("GET /vendor/me", {})

/** The shop that this tab shows. */
export function useShop(): Membership | null {
  const { data: me } = useMe()
  const { vendor_id } = useSeat()
  const memberships = me?.memberships ?? []

  return (
    memberships.find((membership) => membership.vendor_id === (vendor_id ?? me?.vendor_id)) ??
    memberships[0] ??
    null
  )
}

/** Whether the role in the shown shop allows something. What it does not is not offered; the server decides. */
export function useMayInShop(): (permission: Permission) => boolean {
  const shop = useShop()

  return (permission) => shop?.permissions.includes(permission) ?? false
}

export function useMayAsStaff(): (permission: Permission) => boolean {
  const { data: me } = useMe()

  return (permission) => me?.staff?.permissions.includes(permission) ?? false
}
