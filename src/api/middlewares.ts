import { defineMiddlewares } from "@medusajs/framework/http"
import { handleError } from "./error-handler"
import { hooksMiddlewares } from "./hooks/middlewares"
import { storeCartMiddlewares } from "./store/carts/middlewares"

export default defineMiddlewares({
  routes: [...hooksMiddlewares, ...storeCartMiddlewares],
  errorHandler: handleError,
})
