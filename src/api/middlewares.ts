import { defineMiddlewares } from "@medusajs/framework/http"
import { adminMiddlewares } from "./admin/middlewares"
import { handleError } from "./error-handler"
import { hooksMiddlewares } from "./hooks/middlewares"
import { identifyRequest } from "./identify-request"
import { refuseNul } from "./refuse-nul"
import { storeCartMiddlewares } from "./store/carts/middlewares"
import { storeProductMiddlewares } from "./store/products/middlewares"
import { storeNestedProductMiddlewares } from "./store/products/nested-products"
import { storeVendorMiddlewares } from "./store/vendors/middlewares"

export default defineMiddlewares({
  routes: [
    { matcher: "*", middlewares: [identifyRequest, refuseNul] },
    ...adminMiddlewares,
    ...hooksMiddlewares,
    ...storeCartMiddlewares,
    ...storeNestedProductMiddlewares,
    ...storeProductMiddlewares,
    ...storeVendorMiddlewares,
  ],
  errorHandler: handleError,
})
