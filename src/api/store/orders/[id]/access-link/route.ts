import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../../../lib/route-access"
import { sendOrderLinkWorkflow } from "../../../../../workflows/order-access/workflows/send-order-link"

export const ACCESS = { POST: anyone() } satisfies RouteAccess

/** The answer is the same for every id, and does not wait for what is done: a message that fails is in the log. */
export const POST = (req: MedusaRequest, res: MedusaResponse) => {
  sendOrderLinkWorkflow(req.scope)
    .run({ input: { order_id: req.params.id! }, throwOnError: false })
    .catch(() => undefined)

  res.status(202).json({ id: req.params.id, object: "order_access_link", is_requested: true })
}
