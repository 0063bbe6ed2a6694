import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../lib/route-access"
import { listInbox } from "../../../workflows/payment/inbox-view"
import type { AdminGetWebhookEventsParamsType } from "./validators"

export const ACCESS = { GET: staff("ledger:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  res.json(await listInbox(req.scope, req.validatedQuery as unknown as AdminGetWebhookEventsParamsType))
}
