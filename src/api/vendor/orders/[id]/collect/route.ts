import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_SERVING } from "../../../../../lib/route-access"
import { collectVendorOrderWorkflow } from "../../../../../workflows/pay-on-delivery/workflows/collect-vendor-order"
import { answerOrder, orderRef } from "../../helpers"
import type { VendorCollectOrderType } from "../../validators"

export const ACCESS = { POST: vendor("orders:fulfil", { while: WHILE_SERVING }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest<VendorCollectOrderType>, res: MedusaResponse) => {
  await collectVendorOrderWorkflow(req.scope).run({
    input: { ...orderRef(req), ...req.validatedBody, held_by: "vendor" },
  })

  res.json(await answerOrder(req))
}
