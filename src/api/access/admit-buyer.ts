import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ErrorCode, forbidden, unauthorized } from "../../lib/errors"
import { type AccessToken, grantsOf } from "./grants-of"
import { ruleOfRequest } from "./rule-of-request"

/** The guard of `/store`: open to all, but a sign-in that is shown has to be alive, and some routes ask for one. */
export async function admitBuyer(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const token = (req as AuthenticatedMedusaRequest).auth_context as AccessToken | undefined
  if (token?.actor_id) {
    await grantsOf(req, token)
  }
  const rule = await ruleOfRequest(req)
  if (rule?.kind === "closed") {
    throw forbidden(ErrorCode.ROUTE_CLOSED, "This route is closed.")
  }
  if (rule?.kind === "buyer" && !token?.actor_id) {
    throw unauthorized(ErrorCode.SIGN_IN_REQUIRED, "Sign in first.")
  }
  next()
}
