import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { actAs } from "../../lib/request-id"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import type { AccessToken } from "../access/grants-of"
import { routeOfRequest } from "../access/route-of-request"
import { type AuditLine, auditRule } from "./audit-rules"

/**
 * Writes a line for each change of a login, after it and before the answer, so that none is told of that has no line. The
 * change cannot be taken back any more when its line fails: the answer goes out, and the log says so aloud.
 */
export function auditChanges(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const describe = auditRule(req.method, routeOfRequest(req) ?? "")
  if (!describe) {
    next()
    return
  }
  const send = res.json.bind(res)
  res.json = (answer) => {
    const line = res.statusCode < 400 && !res.locals.has_proved_nothing ? describe(req, answer) : null
    if (!line) {
      return send(answer)
    }
    write(req, line).then(() => send(answer), next)

    return res
  }
  next()
}

async function write(req: MedusaRequest, line: AuditLine): Promise<void> {
  // Core's checks leave it there, also that of the token of a recovery, which names the login alone.
  const { auth_identity_id, actor_type, actor_id, sid } = (req as AuthenticatedMedusaRequest)
    .auth_context as AccessToken
  const isPerson = (actor_type === "user" || actor_type === "customer") && sid && actor_id
  actAs({
    type: isPerson ? actor_type : "login",
    id: isPerson ? actor_id : auth_identity_id,
    impersonator_user_id: null,
  })
  try {
    await req.scope
      .resolve<AuditModuleService>(AUDIT_MODULE)
      .record({ record_type: "auth_identity", record_id: auth_identity_id, ...line })
  } catch (error) {
    req.scope
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`The audit line ${line.action} of ${auth_identity_id} was not written`, error as Error)
  }
}
