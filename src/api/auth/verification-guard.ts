import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { normaliseEmail, parseEmail } from "../../lib/email"
import { ErrorCode, invalidData } from "../../lib/errors"
import { ONE_TIME_CODE_MODULE } from "../../modules/one-time-code"
import type OneTimeCodeModuleService from "../../modules/one-time-code/service"
import { entityAt, loginOf } from "../../workflows/access/login-of"
import { tokenOf } from "./factor-guard"
import { phoneNumber } from "./phone-number"

type RequestBody = {
  entity_id: string
  entity_type: string
  code_provider: string
  metadata: Record<string, unknown>
}

const refuse = (message: string) => invalidData(ErrorCode.VERIFICATION_REFUSED, message)

/**
 * Core lets anybody who is signed in have anything sent to anybody. Here a link goes to the login's own address alone,
 * because whoever opens it confirms it; a code, which is worth nothing outside the session that asked, may go to another.
 */
export async function checkVerificationRequest(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const body = req.validatedBody as RequestBody
  const token = tokenOf(req)
  body.metadata = { actor_type: token.actor_type }
  if (body.code_provider === "token" && body.entity_type === "email") {
    body.entity_id = await ownAddress(req, body.entity_id)
    // The provider `code` counts its own messages.
    await req.scope
      .resolve<OneTimeCodeModuleService>(ONE_TIME_CODE_MODULE)
      .countMessage({ channel: "email", destination: normaliseEmail(body.entity_id) })
  } else if (body.code_provider === "code") {
    body.entity_id = readEntity(body)
  } else {
    throw refuse("An e-mail address is confirmed by code_provider token or code, a phone number by code.")
  }
  next()
}

async function ownAddress(req: MedusaRequest, asked: string): Promise<string> {
  const own = entityAt(await loginOf(req.scope, tokenOf(req).auth_identity_id), "emailpass")
  if (!own || normaliseEmail(own) !== normaliseEmail(asked)) {
    throw refuse("A link is sent only to the e-mail address that you sign in with.")
  }

  return own
}

function readEntity({ entity_type, entity_id }: RequestBody): string {
  if (entity_type === "email") {
    const email = parseEmail(entity_id)
    if (email) {
      return email
    }
    throw refuse("entity_id must be an e-mail address.")
  }
  const phone = entity_type === "phone" ? phoneNumber.safeParse(entity_id) : null
  if (phone?.success) {
    return phone.data
  }
  throw phone
    ? invalidData(ErrorCode.PHONE_INVALID, "entity_id must be the number of a mobile phone.")
    : refuse("entity_type must be email or phone.")
}

/** Core answers 500 for a provider that it does not know. */
export function checkVerificationConfirm(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): void {
  const { code_provider = "token", code } = req.validatedBody as { code_provider?: string; code: string }
  if (!["token", "code"].includes(code_provider) || code.length > 200) {
    throw refuse("code_provider must be token or code.")
  }
  next()
}
