import { anyone, type RouteAccess } from "../../../../../lib/route-access"

// Core's list with everything that belongs to it (prices, taxes, inventory), narrowed to one shop by the middlewares.
export { GET } from "@medusajs/medusa/api/store/products/route"

export const ACCESS = { GET: anyone() } satisfies RouteAccess
