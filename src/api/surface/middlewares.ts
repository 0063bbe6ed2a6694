import type { MiddlewareRoute } from "@medusajs/framework/http"
import { allowVendorOrigins } from "../vendor/cors"
import { cleanStoreText } from "./clean-store-text"
import { refuseExcess } from "./refuse-excess"
import { refuseForgery } from "./refuse-forgery"
import { withholdFields } from "./withhold-fields"

export const surfaceMiddlewares: MiddlewareRoute[] = [
  // First, so that pages can read every refusal.
  { matcher: "/vendor", middlewares: [allowVendorOrigins] },
  { matcher: "*", middlewares: [refuseExcess, refuseForgery] },
  { matcher: "/store", middlewares: [cleanStoreText, withholdFields] },
]
