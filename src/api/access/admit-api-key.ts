import type { MedusaRequest } from "@medusajs/framework/http"
import { ErrorCode, forbidden, unauthorized } from "../../lib/errors"
import { actAs } from "../../lib/request-id"
import type { AccessRule } from "../../lib/route-access"
import { hashSecretToken, isSecretToken } from "../../lib/secret-token"
import { decideShop } from "../../modules/access/domain/decide"
import { settingsFrom } from "../../modules/access/domain/settings"
import { VENDOR_MODULE } from "../../modules/vendor"
import { API_KEY_PREFIX, permissionsOfKey } from "../../modules/vendor/domain/api-key"
import type VendorModuleService from "../../modules/vendor/service"
import type { ShownApiKey } from "../../modules/vendor/team-types"
import type { VendorRequest } from "../vendor/context"
import { rejection } from "./rejection"

/** The API key of a shop that a request carries as its bearer token; null when it carries none. */
export function apiKeyOf(req: MedusaRequest): string | null {
  const [scheme, token] = (req.headers.authorization ?? "").split(" ")

  return scheme?.toLowerCase() === "bearer" && token?.startsWith(API_KEY_PREFIX) ? token : null
}

type LivingKey = ShownApiKey & { maker_role: string }

/** Binds the shop of a key. One answer for every key that does not count, so that nobody learns why. */
export async function admitApiKey(req: MedusaRequest, key: string, rule: AccessRule | null): Promise<void> {
  const shown = await findKey(req, key)
  actAs({ type: "api-key", id: shown.id, impersonator_user_id: null })
  if (!rule) {
    throw forbidden(ErrorCode.ROUTE_UNDECLARED, "Nobody has declared who may call this route.")
  }
  if (rule.kind === "closed") {
    throw forbidden(ErrorCode.ROUTE_CLOSED, "This route is closed.")
  }
  if (rule.kind !== "vendor" || !rule.api_key || rule.step_up) {
    throw forbidden(ErrorCode.PERMISSION_MISSING, "This needs a person: no key may do it.")
  }
  const asked = req.headers["x-vendor-id"]
  if (asked && asked !== shown.vendor_id) {
    throw rejection({
      is_allowed: false,
      status: 404,
      code: ErrorCode.VENDOR_NOT_FOUND,
      message: "This key does not belong to this shop.",
    })
  }
  const permissions = permissionsOfKey(shown.permissions, shown.maker_role)
  const refusal = decideShop(rule, permissions, shown.status)
  if (refusal) {
    throw rejection(refusal)
  }
  const bound = req as VendorRequest
  bound.vendor_context = {
    vendor_id: shown.vendor_id,
    status: shown.status,
    role: null,
    permissions,
    actor: { type: "api-key", id: shown.id },
    settings: settingsFrom(shown.settings ?? {}),
  }
}

async function findKey(req: MedusaRequest, key: string): Promise<LivingKey> {
  const shown = isSecretToken(key, API_KEY_PREFIX)
    ? await req.scope.resolve<VendorModuleService>(VENDOR_MODULE).findShownKey(hashSecretToken(key))
    : null
  if (!shown?.maker_role) {
    throw unauthorized(ErrorCode.API_KEY_INVALID, "This API key is unknown, revoked or expired.")
  }

  return { ...shown, maker_role: shown.maker_role }
}
