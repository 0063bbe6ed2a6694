import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../lib/route-access"
import { retrieveBuyerDispute } from "../../../workflows/dispute/dispute-view"
import { openBuyerCaseWorkflow } from "../../../workflows/dispute/workflows/open-buyer-case"
import { admitTo } from "../orders/admit-reader"
import { buyerOf, listOwnDisputes } from "./helpers"
import type { StoreOpenDisputeType } from "./validators"

/** The order decides: its buyer, or whoever holds the signed link to it. */
export const ACCESS = { GET: anyone(), POST: anyone() } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json(await listOwnDisputes(req))
}

export const POST = async (req: MedusaRequest<StoreOpenDisputeType>, res: MedusaResponse) => {
  const { amount = null, ...input } = req.validatedBody
  await admitTo(req, input.order_id)
  const { result } = await openBuyerCaseWorkflow(req.scope).run({
    input: { ...input, amount, opened_by: buyerOf(req) },
  })

  res.status(201).json({ dispute: await retrieveBuyerDispute(req.scope, result.id) })
}
