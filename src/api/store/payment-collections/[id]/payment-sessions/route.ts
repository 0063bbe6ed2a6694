import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { refetchPaymentCollection } from "@medusajs/medusa/api/store/payment-collections/helpers"
import { anyone, type RouteAccess } from "../../../../../lib/route-access"
import { startPaymentWorkflow } from "../../../../../workflows/checkout/workflows/start-payment"

type StartPaymentBody = { provider_id: string; data?: Record<string, unknown> }

export const ACCESS = { POST: anyone() } satisfies RouteAccess

export const POST = async (req: AuthenticatedMedusaRequest<StartPaymentBody>, res: MedusaResponse) => {
  const { provider_id, data } = req.validatedBody
  await startPaymentWorkflow(req.scope).run({
    input: {
      payment_collection_id: req.params.id!,
      provider_id,
      data,
      customer_id: req.auth_context?.actor_id,
    },
  })

  const payment_collection = await refetchPaymentCollection(req.params.id!, req.scope, req.queryConfig.fields)
  res.json({ payment_collection })
}
