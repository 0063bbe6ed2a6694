import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { member, type RouteAccess } from "../../../lib/route-access"
import { registerShopWorkflow } from "../../../workflows/vendor-member/workflows/register-shop"
import { shopView } from "./shop-view"
import type { VendorRegisterShopType } from "./validators"

export const ACCESS = { POST: member({ unregistered: true }) } satisfies RouteAccess

export const POST = async (req: AuthenticatedMedusaRequest<VendorRegisterShopType>, res: MedusaResponse) => {
  const { auth_identity_id, actor_id } = req.auth_context
  const { agreement_version, ...shop } = req.validatedBody
  const { result: vendor } = await registerShopWorkflow(req.scope).run({
    input: { auth_identity_id, user_id: actor_id || null, shop, agreement_version },
  })

  res.status(201).json({ vendor: shopView(vendor) })
}
