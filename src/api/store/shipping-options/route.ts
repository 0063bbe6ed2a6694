import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../lib/route-access"
import { listCartShippingOptions } from "../../../workflows/shipping/list-cart-shipping-options"

export const ACCESS = { GET: anyone() } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { cart_id, is_return } = req.filterableFields as { cart_id: string; is_return?: boolean }
  const shipping_options = await listCartShippingOptions(req.scope, {
    cart_id,
    is_return: Boolean(is_return),
    fields: req.queryConfig.fields,
  })

  res.json({ shipping_options })
}
