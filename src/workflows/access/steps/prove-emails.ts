import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, forbidden } from "../../../lib/errors"
import { type LoginFacts, provenEmails } from "../../../lib/login-emails"

const FIELDS = [
  "id",
  "provider_identities.provider",
  "provider_identities.entity_id",
  "provider_identities.user_metadata",
  "verifications.entity_id",
  "verifications.entity_type",
  "verifications.verified_at",
]

/** An invitation is for whoever reads that mailbox, not for whoever holds its link: the addresses a login has proved. */
export const proveEmailsStep = createStep(
  "prove-emails",
  async ({ auth_identity_id }: { auth_identity_id: string }, { container }) => {
    const emails = await provenEmailsOf(container, auth_identity_id)
    if (!emails.length) {
      throw forbidden(ErrorCode.EMAIL_NOT_VERIFIED, "Confirm your e-mail address first.")
    }

    return new StepResponse(emails)
  }
)

async function provenEmailsOf(container: MedusaContainer, id: string): Promise<string[]> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "auth_identity", fields: FIELDS, filters: { id } })

  // The generated types let every related row be null.
  return provenEmails((data[0] ?? {}) as Pick<LoginFacts, "provider_identities" | "verifications">)
}
