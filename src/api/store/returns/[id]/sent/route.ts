import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../../../lib/route-access"
import { actOnReturn } from "../../../../../workflows/vendor-order/act-on-return"
import { retrieveBuyersReturn } from "../../../../../workflows/vendor-order/return-view"
import type { StoreSendReturnType } from "../../validators"

export const ACCESS = { POST: anyone() } satisfies RouteAccess

export const POST = async (req: MedusaRequest<StoreSendReturnType>, res: MedusaResponse) => {
  const return_id = req.params.id ?? ""
  await actOnReturn(req.scope, { return_id, to: "in_transit", actor: "buyer", ...req.validatedBody })

  res.json({ return: await retrieveBuyersReturn(req.scope, return_id) })
}
