type Reader = { is_staff: boolean; is_member: boolean }

const HOME = "/vendor/home"

/** Medusa's pages and what people of a shop have in their place. */
const INSTEAD: [prefix: string, path: string][] = [
  ["/products", "/vendor/products"],
  ["/inventory", "/vendor/inventory"],
  ["/promotions", "/vendor/promotions"],
  ["/customers", "/vendor/orders"],
  ["/settings/profile", "/vendor/settings/security"],
  ["/marketplace/security", "/vendor/settings/security"],
  ["/settings", "/vendor/settings"],
]

/** Medusa's pages in whose place staff have another. Its invitations are closed: they would show their token. */
const INSTEAD_FOR_STAFF: typeof INSTEAD = [["/settings/users", "/marketplace/staff"]]

/** What links in mails open. */
const FOR_ALL = ["/vendor-invitation", "/staff-invitation", "/verify-email"]

/** Where a page that is not for the reader sends them; null where they may stay. */
export function landingFor(pathname: string, { is_staff, is_member }: Reader): string | null {
  const isOfShop = pathname === "/vendor" || pathname.startsWith("/vendor/")
  const isForAll = FOR_ALL.some((path) => pathname.startsWith(path))
  if (isForAll) {
    return null
  }
  if (isOfShop) {
    return is_member ? null : "/marketplace"
  }
  if (is_staff) {
    return insteadOf(pathname, INSTEAD_FOR_STAFF)
  }

  return insteadOf(pathname, INSTEAD) ?? HOME
}

const insteadOf = (pathname: string, pages: typeof INSTEAD): string | null =>
  pages.find(([prefix]) => pathname.startsWith(prefix))?.[1] ?? null
