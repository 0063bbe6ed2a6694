import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { HttpTypes } from "@medusajs/framework/types"
import { refetchCart } from "@medusajs/medusa/api/store/carts/helpers"
import { anyone, type RouteAccess } from "../../../../../lib/route-access"
import { addItemToCartWorkflow } from "../../../../../workflows/shipping/workflows/add-item-to-cart"

export const ACCESS = { POST: anyone() } satisfies RouteAccess

export const POST = async (
  req: MedusaRequest<HttpTypes.StoreAddCartLineItem & { additional_data?: Record<string, unknown> }>,
  res: MedusaResponse<HttpTypes.StoreCartResponse>
) => {
  const { additional_data, ...item } = req.validatedBody
  await addItemToCartWorkflow(req.scope).run({
    input: { cart_id: req.params.id!, items: [item], additional_data },
  })

  const cart = await refetchCart(req.params.id!, req.scope, req.queryConfig.fields)
  res.json({ cart })
}
