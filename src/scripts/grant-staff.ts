import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { normaliseEmail } from "../lib/email"
import { STAFF_ROLES } from "../lib/permissions"
import { ACCESS_MODULE } from "../modules/access"
import type AccessModuleService from "../modules/access/service"
import { AUDIT_MODULE } from "../modules/audit"
import type AuditModuleService from "../modules/audit/service"

const Role = z.enum(STAFF_ROLES)

/**
 * `medusa exec ./src/scripts/grant-staff.ts ada@example.com owner`: gives a user their role from the console, which is
 * how the first owner of a platform is made.
 */
export default async function grantStaff({ container, args }: ExecArgs): Promise<void> {
  const [email = "", role] = args
  const to = Role.parse(role)
  const [user] = await container
    .resolve(Modules.USER)
    .listUsers({ email: normaliseEmail(email) }, { take: 1, select: ["id"] })
  if (!user) {
    throw new Error(`There is no user with the address "${email}": make one with \`medusa user\` first.`)
  }
  const change = await container
    .resolve<AccessModuleService>(ACCESS_MODULE)
    .moveStaff({ user_id: user.id, to, by: null })
  await container.resolve<AuditModuleService>(AUDIT_MODULE).record({
    action: "staff.role-changed",
    record_type: "user",
    record_id: user.id,
    reason: "granted from the console",
    before: { role: change.from },
    after: { role: change.to },
  })
  container.resolve(ContainerRegistrationKeys.LOGGER).info(`${email} is ${to} now.`)
}
