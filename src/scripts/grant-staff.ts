import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { normaliseEmail } from "../lib/email"
import { STAFF_ROLES } from "../lib/permissions"
import { moveStaffWorkflow } from "../workflows/access/workflows/move-staff"

const Role = z.enum(STAFF_ROLES)

/**
 * `medusa exec ./src/scripts/grant-staff.ts ada@example.com owner`: gives a user their role from the console, which is
 * how the first owner of a platform is made. Whoever it is signs in anew.
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
  await moveStaffWorkflow(container).run({
    input: { user_id: user.id, to, by: null, reason: "granted from the console" },
  })
  container.resolve(ContainerRegistrationKeys.LOGGER).info(`${email} is ${to} now.`)
}
