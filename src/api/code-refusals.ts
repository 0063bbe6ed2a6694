import {
  ApiLoader,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { ErrorCode } from "../lib/errors"

type Answer = { code?: string; message?: string }

/** Core's `authenticate` answers 401 by itself, past the error handler and without a `code` that a client could branch on. */
export function codeRefusals(_: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  if (!res.locals.codes_refusals) {
    res.locals.codes_refusals = true
    const send = res.json.bind(res)
    res.json = (answer) =>
      res.statusCode === 401 && !(answer as Answer | undefined)?.code
        ? send(coded(answer as Answer, Boolean(res.locals.has_session_ended)))
        : send(answer)
  }
  next()
}

function coded(answer: Answer, hasSessionEnded: boolean) {
  const type = "unauthorized"
  if (hasSessionEnded) {
    return { type, code: ErrorCode.SESSION_ENDED, message: "This session has ended. Sign in again." }
  }
  if (answer.message?.startsWith("MFA was verified too long ago")) {
    return { ...answer, type, code: ErrorCode.STEP_UP_REQUIRED }
  }

  return {
    ...answer,
    type,
    code: answer.message?.startsWith("MFA") ? ErrorCode.MFA_REQUIRED : ErrorCode.SIGN_IN_REQUIRED,
  }
}

/**
 * Core authenticates `/admin` before any middleware of ours runs. The hook by which Medusa is instrumented is the only
 * way to stand before it; it has to be set while the middlewares are loaded.
 */
export function codeRefusalsOfCore(): void {
  const trace = ApiLoader.traceMiddleware
  ApiLoader.traceMiddleware = (handler, route) => {
    const traced = trace?.(handler, route) ?? handler
    if (route.method || route.route !== "/admin") {
      return traced
    }
    // Express and Medusa type the same three arguments differently.
    const run = traced as (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => unknown

    return (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => {
      let outcome: unknown
      codeRefusals(req, res, () => {
        outcome = run(req, res, next)
      })

      return outcome
    }
  }
}
