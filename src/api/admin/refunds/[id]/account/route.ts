import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { accountToPayTo, enterAccountAsStaff } from "../../../../../workflows/payment/enter-account"
import { readRefundAccountWorkflow } from "../../../../../workflows/payment/workflows/read-refund-account"
import { staffContext } from "../../../../access/admit-staff"
import type { AdminEnterRefundAccountType } from "../../validators"

export const ACCESS = {
  GET: staff("ledger:write", { step_up: true }),
  POST: staff("refunds:create", { step_up: true }),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  await readRefundAccountWorkflow(req.scope).run({ input: { id: req.params.id! } })

  // Read outside of the workflow, so that nothing which keeps the results of workflows keeps the number.
  res.json({ account: await accountToPayTo(req.scope, req.params.id!) })
}

export const POST = async (req: MedusaRequest<AdminEnterRefundAccountType>, res: MedusaResponse) => {
  const by = staffContext(req).user_id

  res.json({
    refund: await enterAccountAsStaff(req.scope, { id: req.params.id!, by, body: req.validatedBody }),
  })
}
