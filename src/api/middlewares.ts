import { defineMiddlewares } from "@medusajs/framework/http"
import { admitBuyer } from "./access/admit-buyer"
import { awaitDeclaredRoutes, loadDeclaredRoutes } from "./access/declared-routes"
import { refuseCloud } from "./access/refuse-cloud"
import { adminMiddlewares } from "./admin/middlewares"
import { adminUploadMiddlewares } from "./admin/uploads/middlewares"
import { authMiddlewares } from "./auth/middlewares"
import { codeRefusalsOfCore } from "./code-refusals"
import { handleError } from "./error-handler"
import { hooksMiddlewares } from "./hooks/middlewares"
import { identifyRequest } from "./identify-request"
import { refuseNul } from "./refuse-nul"
import { refuseOddAddresses } from "./refuse-odd-addresses"
import { staticMiddlewares } from "./static/middlewares"
import { storeCartMiddlewares } from "./store/carts/middlewares"
import { storeCustomerMiddlewares } from "./store/customers/middlewares"
import { storeDisputeMiddlewares } from "./store/disputes/middlewares"
import { storeOrderMiddlewares } from "./store/orders/middlewares"
import { storeProductMiddlewares } from "./store/products/middlewares"
import { storeNestedProductMiddlewares } from "./store/products/nested-products"
import { storeReturnMiddlewares } from "./store/returns/middlewares"
import { storeTransactionMiddlewares } from "./store/transactions/middlewares"
import { storeVendorMiddlewares } from "./store/vendors/middlewares"
import { surfaceMiddlewares } from "./surface/middlewares"
import { trustProxies } from "./trust-proxy"
import { vendorMiddlewares } from "./vendor/middlewares"
import { vendorUploadMiddlewares } from "./vendor/uploads/middlewares"

codeRefusalsOfCore()

// Read while the server boots, so that its log lists what third parties left undeclared. A failure shows in each request.
loadDeclaredRoutes().catch(() => undefined)

export default defineMiddlewares({
  routes: [
    {
      matcher: "*",
      middlewares: [trustProxies, identifyRequest, awaitDeclaredRoutes, refuseOddAddresses, refuseNul],
    },
    ...surfaceMiddlewares,
    { matcher: "/store", middlewares: [admitBuyer] },
    { matcher: "/cloud", middlewares: [refuseCloud] },
    ...adminMiddlewares,
    ...adminUploadMiddlewares,
    ...authMiddlewares,
    ...hooksMiddlewares,
    ...staticMiddlewares,
    ...storeCartMiddlewares,
    ...storeCustomerMiddlewares,
    ...storeDisputeMiddlewares,
    ...storeNestedProductMiddlewares,
    ...storeOrderMiddlewares,
    ...storeProductMiddlewares,
    ...storeReturnMiddlewares,
    ...storeTransactionMiddlewares,
    ...storeVendorMiddlewares,
    ...vendorMiddlewares,
    ...vendorUploadMiddlewares,
  ],
  errorHandler: handleError,
})
