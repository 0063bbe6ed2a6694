import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { parseEmail } from "../../lib/email"
import { ErrorCode, invalidData } from "../../lib/errors"
import { passwordProblem } from "../../lib/password-policy"
import { routeOfRequest } from "../access/route-of-request"
import { readToken } from "./issue-token"

type Check = (req: MedusaRequest, body: Record<string, unknown>) => void

const CHECKS: Record<string, Check> = {
  "POST /auth/:actor_type/:auth_provider/register": (_, body) => {
    assertPassword(body.password, assertEmail(body.email))
  },
  "POST /auth/:actor_type/:auth_provider/reset-password": (_, body) => {
    assertEmail(body.identifier)
  },
  "POST /auth/:actor_type/:auth_provider/update": (req, body) => {
    assertPassword(body.password, emailOfResetToken(req))
  },
}

const CHANGE = "POST /auth/password"

/**
 * Refuses addresses that are none and passwords that may not be set, with a code for each. It runs ahead of core's
 * check of a reset token, because a token that was read is used up, and ahead of the limits: a weak password costs neither.
 */
export function checkPassword(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  const route = `${req.method} ${routeOfRequest(req)}`
  const body = (req.body ?? {}) as Record<string, unknown>
  if (route === CHANGE) {
    assertPassword(body.new_password, null)
  } else if (CHECKS[route] && providerOf(req) === "emailpass") {
    CHECKS[route](req, body)
  }
  next()
}

function assertEmail(value: unknown): string {
  const email = parseEmail(value)
  if (!email) {
    throw invalidData(ErrorCode.EMAIL_INVALID, "This is not an e-mail address.")
  }

  return email
}

function assertPassword(password: unknown, email: string | null): void {
  if (typeof password !== "string" || !password) {
    throw invalidData(ErrorCode.PASSWORD_MISSING, "A password is needed.")
  }
  const problem = passwordProblem(password, email)
  if (problem) {
    throw invalidData(problem.code, problem.message)
  }
}

/** Inside a middleware of all `/auth` there are no params yet; express has matched the path, so its parts are known. */
function providerOf(req: MedusaRequest): string {
  const [path = ""] = req.originalUrl.split("?", 1)

  return decodeURIComponent(path.split("/")[3] ?? "")
}

function emailOfResetToken(req: MedusaRequest): string | null {
  const [, token] = /^Bearer (.+)$/i.exec(req.headers.authorization ?? "") ?? []
  const claims = token ? (readToken(req, token) as { entity_id?: unknown } | null) : null

  return parseEmail(claims?.entity_id)
}
