import { join } from "node:path"
import {
  PERMISSIONS,
  type Permission,
  permissionsOfStaffRole,
  permissionsOfVendorRole,
  STAFF_ROLES,
  VENDOR_PERMISSIONS,
  VENDOR_ROLES,
} from "../../../src/lib/permissions"
import { ROOT } from "../paths"
import { between } from "./between"

export const ROLES_PAGE = join(ROOT, "docs/roles.md")

/** The page with what each role holds, made anew from the code. */
export const withRoleTables = (page: string): string =>
  between(page, "roles", [
    "### People of a shop",
    "",
    ...matrix(VENDOR_PERMISSIONS, VENDOR_ROLES, permissionsOfVendorRole),
    "",
    "### Staff",
    "",
    ...matrix(PERMISSIONS, STAFF_ROLES, permissionsOfStaffRole),
  ])

function matrix(
  permissions: readonly Permission[],
  roles: readonly string[],
  heldBy: (role: string) => ReadonlySet<Permission>
): string[] {
  const cells = (permission: Permission) => roles.map((role) => (heldBy(role).has(permission) ? "✓" : ""))

  return [
    `| permission | ${roles.join(" | ")} |`,
    `|---|${roles.map(() => ":-:|").join("")}`,
    ...permissions.map((permission) => `| \`${permission}\` | ${cells(permission).join(" | ")} |`),
  ]
}
