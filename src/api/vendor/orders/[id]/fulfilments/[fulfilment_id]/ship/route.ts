import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_SERVING } from "../../../../../../../lib/route-access"
import { shipVendorFulfilmentWorkflow } from "../../../../../../../workflows/vendor-order/workflows/ship-vendor-fulfilment"
import { answerOrder, fulfilmentRef } from "../../../../helpers"
import type { VendorShipFulfilmentType } from "../../../../validators"

export const ACCESS = { POST: vendor("orders:fulfil", { while: WHILE_SERVING }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest<VendorShipFulfilmentType>, res: MedusaResponse) => {
  await shipVendorFulfilmentWorkflow(req.scope).run({
    input: { ...fulfilmentRef(req), tracking: req.validatedBody.tracking },
  })

  res.json(await answerOrder(req))
}
