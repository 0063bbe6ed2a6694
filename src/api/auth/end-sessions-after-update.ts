import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { endSessionsOfLoginWorkflow } from "../../workflows/access/workflows/end-sessions-of-login"

/**
 * Whoever knew the old password is signed out, before the answer goes out. After the change and not before it: else a
 * sign-in between the two would stay.
 */
export function endSessionsAfterUpdate(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const { auth_identity_id } = (req as AuthenticatedMedusaRequest).auth_context
  const send = res.json.bind(res)
  res.json = (answer) => {
    if (res.statusCode >= 400) {
      return send(answer)
    }
    endSessionsOfLoginWorkflow(req.scope)
      .run({ input: { auth_identity_id, because: "password changed" } })
      .then(
        () => send(answer),
        (error) => next(error)
      )

    return res
  }
  next()
}
