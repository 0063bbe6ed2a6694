import { CORE_PAGES, type DashboardPage, STAFF_PAGES, VENDOR_PAGES } from "../../../lib/dashboard-pages"
import { type Permission, permissionsOfStaffRole, permissionsOfVendorRole } from "../../../lib/permissions"
import type { Grants } from "../../../modules/access/domain/grants"

export type HiddenEntries = Record<string, { hidden: true }>

const MARKETPLACE = "/marketplace"
const SEARCH = "core:Searchbar"

/**
 * The entries of the dashboard's navigation that are not for whoever asks, by Medusa's names of them. Nothing is protected by
 * that: the routes behind each page have their own rules.
 */
export function hiddenEntries({
  staff_role,
  memberships,
}: Pick<Grants, "staff_role" | "memberships">): HiddenEntries {
  const asStaff = staff_role === null ? null : permissionsOfStaffRole(staff_role)
  const asVendor = memberships.length
    ? new Set(memberships.flatMap(({ role }) => [...permissionsOfVendorRole(role)]))
    : null
  const names = [
    ...closedTo(asStaff, CORE_PAGES),
    ...closedTo(asStaff, STAFF_PAGES),
    ...closedTo(asVendor, VENDOR_PAGES),
  ].map(entryOf)
  if (!asStaff) {
    names.push(SEARCH)
  }

  return Object.fromEntries(names.map((name) => [name, { hidden: true }]))
}

/** Pages under `/marketplace` are nested beneath it. */
const entryOf = (path: string): string =>
  path.startsWith(`${MARKETPLACE}/`) ? `nav-child:${MARKETPLACE}:${path}` : `core:nav:${path}`

/** `held` is null for those who do not belong to that side at all. */
const closedTo = (held: ReadonlySet<Permission> | null, pages: readonly DashboardPage[]): string[] =>
  pages
    .filter(({ permission }) => !held || (permission !== null && !held.has(permission)))
    .map(({ path }) => path)
