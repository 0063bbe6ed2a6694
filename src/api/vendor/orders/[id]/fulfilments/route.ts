import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_SERVING } from "../../../../../lib/route-access"
import { fulfilVendorOrderWorkflow } from "../../../../../workflows/vendor-order/workflows/fulfil-vendor-order"
import { answerOrder, orderRef } from "../../helpers"
import type { VendorCreateFulfilmentType } from "../../validators"

export const ACCESS = { POST: vendor("orders:fulfil", { while: WHILE_SERVING }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest<VendorCreateFulfilmentType>, res: MedusaResponse) => {
  const { result } = await fulfilVendorOrderWorkflow(req.scope).run({
    input: { ...orderRef(req), ...req.validatedBody },
  })

  res.status(201).json({ ...(await answerOrder(req)), fulfilment_id: result.fulfilment_id })
}
