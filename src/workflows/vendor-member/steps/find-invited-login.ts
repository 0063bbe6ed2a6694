import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, forbidden, unauthorized } from "../../../lib/errors"
import { hashSecretToken } from "../../../lib/secret-token"
import { VENDOR_MODULE } from "../../../modules/vendor"
import { invitationMissing } from "../../../modules/vendor/refusals"
import type VendorModuleService from "../../../modules/vendor/service"
import { assertEmailFree } from "../assert-email-free"
import { type Login, readLogin } from "../read-login"

export type FindInvitedLoginInput = { token: string; auth_identity_id: string; user_id: string | null }

/** Whether the invitation is for this login. A link alone is worth nothing: it may have been passed on. Reads only. */
export const findInvitedLoginStep = createStep(
  "find-invited-login",
  async ({ token, auth_identity_id, user_id }: FindInvitedLoginInput, { container }) => {
    const [login, { email }] = await Promise.all([
      readLogin(container, auth_identity_id),
      container
        .resolve<VendorModuleService>(VENDOR_MODULE)
        .findOpenInvitation({ token_hash: hashSecretToken(token), now: new Date() }),
    ])
    if (!login) {
      throw invitationMissing()
    }
    assertInvited(login, email)
    if (!user_id && login.user_id) {
      throw unauthorized(ErrorCode.SIGN_IN_REQUIRED, "This login has an account: sign in first.")
    }
    if (!user_id) {
      await assertEmailFree(container, email)
    }

    return new StepResponse({ auth_identity_id, user_id, email, proven_emails: login.proven_emails })
  }
)

function assertInvited(login: Login, invited: string): void {
  if (login.proven_emails.includes(invited)) {
    return
  }
  if (login.email === invited) {
    throw forbidden(ErrorCode.EMAIL_NOT_VERIFIED, "Confirm your e-mail address first, then accept.")
  }
  throw invitationMissing()
}
