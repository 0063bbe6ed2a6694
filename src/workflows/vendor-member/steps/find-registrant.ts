import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, forbidden, invalidData, unauthorized } from "../../../lib/errors"
import { placeholderEmail } from "../../../lib/login-emails"
import { assertEmailFree } from "../assert-email-free"
import { type Login, readLogin } from "../read-login"

export type FindRegistrantInput = {
  auth_identity_id: string
  /** Of the token; null for a login that had no account when it was issued. */
  user_id: string | null
  contact_email?: string
}

/** Who registers a shop, and under which addresses. Reads only. */
export const findRegistrantStep = createStep(
  "find-registrant",
  async ({ auth_identity_id, user_id, contact_email }: FindRegistrantInput, { container }) => {
    const login = await readLogin(container, auth_identity_id)
    assertConfirmed(container, login)
    const contact = contact_email ?? login.email
    if (!contact) {
      throw invalidData(
        ErrorCode.CONTACT_EMAIL_MISSING,
        "A login by phone has to name an e-mail for the shop."
      )
    }
    const email = login.email ?? placeholderEmail(auth_identity_id)
    if (!user_id && !login.user_id) {
      await assertEmailFree(container, email)
    }

    return new StepResponse({
      auth_identity_id,
      user_id: user_id ?? login.user_id,
      email,
      contact_email: contact,
      // The account was made after the token: the first try's answer got lost. It must not open doors beyond that.
      is_retry: !user_id && login.user_id !== null,
    })
  }
)

/**
 * Where addresses have to be confirmed, one that is not is answered like one that belongs to somebody else, so that
 * nobody learns which addresses have a login.
 */
function assertConfirmed(container: MedusaContainer, login: Login | null): asserts login is Login {
  const { projectConfig } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const isAsked = Boolean(projectConfig.http.authVerificationsPerActor?.user?.length)
  const isConfirmed = login && (login.email === null || login.proven_emails.includes(login.email))
  if (isAsked && !isConfirmed) {
    throw forbidden(ErrorCode.EMAIL_NOT_VERIFIED, "Confirm your e-mail address first.")
  }
  if (!login) {
    throw unauthorized(ErrorCode.SIGN_IN_REQUIRED, "Sign in first.")
  }
}
