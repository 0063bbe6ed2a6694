import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { collectionView } from "../../../../../workflows/pay-on-delivery/staff-view"
import { remitCashWorkflow } from "../../../../../workflows/pay-on-delivery/workflows/remit-cash"
import type { AdminRemitCashType } from "../../../../vendor/orders/validators"
import { vendorOrderRef } from "../../helpers"

export const ACCESS = { POST: staff("ledger:write", { step_up: true }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminRemitCashType>, res: MedusaResponse) => {
  const ref = await vendorOrderRef(req)
  await remitCashWorkflow(req.scope).run({ input: { ...ref, amount: req.validatedBody.amount } })

  res.json({ collection: await collectionView(req.scope, ref.vendor_order_id) })
}
