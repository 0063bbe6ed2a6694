import { permissionsOfVendorRole } from "../../../lib/permissions"
import type { TeamRules } from "../../../lib/team-rules"

export const SHOP_TEAM: TeamRules = { permissionsOf: permissionsOfVendorRole, manage: "members:write" }

/** Who may make keys: the same rule, under the permission for keys. */
export const SHOP_KEYS: TeamRules = { permissionsOf: permissionsOfVendorRole, manage: "api-keys:write" }

/** How many shops one person may have waiting for approval. */
export const PENDING_SHOPS_LIMIT = 5
