import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { endSessionsWorkflow } from "../../workflows/access/workflows/end-sessions"
import type { AccessToken } from "../access/grants-of"
import { readAuthorization } from "./issue-token"
import { destroyCookie } from "./regenerate-cookie"

/** Ends the sessions of the token and of the cookie that a request shows, usually one and the same. */
export async function signOut(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const cookie = (req.session as { auth_context?: AccessToken } | undefined)?.auth_context
  const shown = [cookie, readAuthorization(req, req.headers.authorization)]
  for (const token of shown) {
    if (token?.sid) {
      const { sid: id, actor_type, actor_id } = token
      await endSessionsWorkflow(req.scope).run({
        input: { id, actor_type, actor_id, because: "signed out" },
      })
    }
  }
  await destroyCookie(req, res)
}
