import type { MiddlewareRoute } from "@medusajs/framework/http"
import { useOwnEmail } from "./own-email"

export const storeCustomerMiddlewares: MiddlewareRoute[] = [
  { matcher: "/store/customers", methods: ["POST"], middlewares: [useOwnEmail] },
]
