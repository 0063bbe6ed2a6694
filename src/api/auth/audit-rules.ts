import type { MedusaRequest } from "@medusajs/framework/http"

/** What a line says beside who, when and from where. Never a password, a code or a token. */
export type AuditLine = { action: string; record_type?: string; record_id?: string; after?: object }

/** Null when a request that succeeded has changed nothing. */
type Describe = (req: MedusaRequest, answer: unknown) => AuditLine | null

type FactorAnswer = { mfa_factor?: { id: string; provider: string; status: string } }

const says =
  (action: string): Describe =>
  () => ({ action })

const factor =
  (action: string, status: string): Describe =>
  (_, answer) => {
    const { mfa_factor } = answer as FactorAnswer

    return mfa_factor?.status === status
      ? { action, after: { factor_id: mfa_factor.id, provider: mfa_factor.provider } }
      : null
  }

/** Every change of a login that its own routes make. A change of phone writes its line in its workflow. */
const RULES: Record<string, Describe> = {
  "POST /auth/password": says("login.password-changed"),
  "POST /auth/:actor_type/:auth_provider/update": says("login.password-recovered"),
  "POST /auth/mfa/factors/:id/verify": factor("login.factor-added", "enabled"),
  "DELETE /auth/mfa/factors/:id": factor("login.factor-removed", "disabled"),
  "POST /auth/mfa/recovery-codes": says("login.recovery-codes-made"),
  "POST /auth/logout-everywhere": says("login.signed-out-everywhere"),
  "DELETE /auth/sessions/:id": (req) => ({
    action: "session.ended",
    record_type: "access_session",
    record_id: req.params.id,
  }),
}

export const auditRule = (method: string, path: string): Describe | undefined => RULES[`${method} ${path}`]
