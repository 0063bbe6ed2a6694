import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { ErrorCode, forbidden } from "../../lib/errors"
import { VENDOR_MODULE } from "../../modules/vendor"
import type VendorModuleService from "../../modules/vendor/service"

/** People of a shop sign in as users, like staff; core's admin routes would show them every shop's records. */
async function refuseShopMembers(
  req: AuthenticatedMedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const userId = req.auth_context?.actor_type === "user" ? req.auth_context.actor_id : null
  const [membership] = userId
    ? await req.scope
        .resolve<VendorModuleService>(VENDOR_MODULE)
        .listVendorMembers({ user_id: userId }, { take: 1, select: ["id"] })
    : []
  if (membership) {
    throw forbidden(ErrorCode.STAFF_ONLY, "This part of the marketplace is for its staff.")
  }
  next()
}

export const adminMiddlewares: MiddlewareRoute[] = [{ matcher: "/admin", middlewares: [refuseShopMembers] }]
