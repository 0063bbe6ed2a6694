import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ErrorCode, forbidden, invalidData } from "../../lib/errors"
import { originsOf, pathOf, type Surface, surfaceOf } from "./surface-of"

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"])
const GUARDED: Surface[] = ["admin", "auth", "store", "vendor"]

/** A sign-in that comes back from a provider may be posted as a form. */
const CALLBACK = /^\/auth\/[^/]+\/[^/]+\/callback\/?$/i

/**
 * A page of another site can make a browser send a form with the visitor's cookie. So a change that rests on the cookie must
 * come from a page of ours, and no route takes what a form can send without asking. A bearer token never comes by itself.
 */
export function refuseForgery(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  const surface = surfaceOf(req.originalUrl)
  if (SAFE_METHODS.has(req.method) || !GUARDED.includes(surface)) {
    next()
    return
  }
  if (isForm(req) && !CALLBACK.test(pathOf(req))) {
    throw invalidData(ErrorCode.CONTENT_TYPE_REFUSED, "Send the body as application/json.")
  }
  if (restsOnCookie(req) && !comesFromUs(req, surface)) {
    throw forbidden(
      ErrorCode.CSRF_REFUSED,
      "A change by cookie must come from a page of the marketplace: its Origin is missing or not known."
    )
  }
  next()
}

/** A body of a type that a page may send to a foreign site without a preflight; files are looked at by their origin. */
function isForm({ headers }: MedusaRequest): boolean {
  const hasBody = headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0
  const type = (headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase()

  return hasBody && (!type || type === "text/plain" || type === "application/x-www-form-urlencoded")
}

type CookieSession = { auth_context?: unknown }

function restsOnCookie(req: MedusaRequest): boolean {
  const session = (req as MedusaRequest & { session?: CookieSession }).session

  return Boolean(session?.auth_context) && !/^bearer\s/i.test(req.headers.authorization ?? "")
}

function comesFromUs(req: MedusaRequest, surface: Surface): boolean {
  // A browser sets it and no page can; older ones send the origin alone.
  if (req.headers["sec-fetch-site"] === "same-origin") {
    return true
  }
  const origin = req.headers.origin
  if (!origin || origin === "null") {
    return false
  }
  const isListed = originsOf(surface).some((allowed) =>
    typeof allowed === "string" ? allowed === origin : allowed.test(origin)
  )

  return isListed || hostOf(origin) === req.headers.host?.toLowerCase()
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
