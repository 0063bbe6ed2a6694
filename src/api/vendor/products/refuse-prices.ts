import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ErrorCode, forbidden } from "../../../lib/errors"
import type { Permission } from "../../../lib/permissions"
import { vendorContext } from "../context"

type Priced = { prices?: unknown; variants?: { prices?: unknown }[] }

/** Behind the validator: who may write products but no prices may send none, not even empty ones. */
export function refusePrices(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  assertMaySetPrices(vendorContext(req).permissions, req.validatedBody as Priced)
  next()
}

export function assertMaySetPrices(permissions: ReadonlySet<Permission>, body: Priced): void {
  const isPriced = [body, ...(body.variants ?? [])].some(({ prices }) => prices !== undefined)
  if (isPriced && !permissions.has("pricing:write")) {
    throw forbidden(ErrorCode.PERMISSION_MISSING, "Your role in this shop does not allow to set prices.")
  }
}
