import { permissionsOfStaffRole } from "../../../lib/permissions"
import type { TeamRules } from "../../../lib/team-rules"

/** The platform's staff as a team: the same rules as for the people of a shop. */
export const STAFF_RULES: TeamRules = { permissionsOf: permissionsOfStaffRole, manage: "staff:write" }
