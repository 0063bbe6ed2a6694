import type { Permission } from "../../lib/permissions"
import type { ShopStatus } from "../../lib/route-access"
import type { Answer } from "./api/client"
import { useAnswer, useSeat } from "./api/hooks"
import { mayIn } from "./shop-rights"

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

/**
 * Whether role and state of the shown shop allow something. What they do not is not offered; the server decides. `states`
 * is for routes that hold in other states than most with their permission.
 */
export function useMayInShop(): (permission: Permission, states?: readonly ShopStatus[]) => boolean {
  const shop = useShop()

  return (permission, states) => mayIn(shop, permission, states)
}

/** Whether something was asked for by whoever is signed in: somebody else has to approve it. */
export function useIsOwnRequest(): (request: { requested_by: string | null }) => boolean {
  const { data: me } = useMe()

  return ({ requested_by }) => requested_by !== null && requested_by === me?.user.id
}

/** Whether the shown shop has a place to keep its goods at, as it gets when it is approved. */
export const useHasPlace = (): boolean => useShop()?.status === "approved"

export function useMayAsStaff(): (permission: Permission) => boolean {
  const { data: me } = useMe()

  return (permission) => me?.staff?.permissions.includes(permission) ?? false
}
