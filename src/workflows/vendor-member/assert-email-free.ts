import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { ErrorCode, notAllowed } from "../../lib/errors"

/**
 * Medusa has one user per address. Whoever meets another one here signed up with that address themselves, and
 * is told no more than that this login gets no account.
 */
export async function assertEmailFree(container: MedusaContainer, email: string): Promise<void> {
  const [taken] = await container.resolve(Modules.USER).listUsers({ email }, { take: 1, select: ["id"] })
  if (taken) {
    throw notAllowed(ErrorCode.ACCOUNT_UNAVAILABLE, "This login cannot get an account. Write to the support.")
  }
}
