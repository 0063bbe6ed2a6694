import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { retryInboxEventWorkflow } from "../../../../../workflows/payment/workflows/retry-inbox-event"

export const ACCESS = { POST: staff("ledger:write") } satisfies RouteAccess

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const { result } = await retryInboxEventWorkflow(req.scope).run({ input: { event_id: req.params.id! } })

  res.json({ outcome: result })
}
