import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../lib/route-access"
import { readStore } from "../../../workflows/vendor-product/read-store"

export const ACCESS = { GET: vendor("products:read") } satisfies RouteAccess

/** In which currencies a price can be set: those that the store sells in. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { currencies } = await readStore(req.scope)

  res.json({ currencies: currencies.toSorted() })
}
