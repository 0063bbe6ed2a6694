import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { SELLING_STATUS } from "../../../modules/vendor/domain/vendor-status"
import { addVendorFields, allowVendorFields } from "./vendor-fields"

/** A linked filter, so that a shop which stops selling is gone at once and its products stay as they are. */
function onlySelling(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  req.filterableFields.vendor = { status: SELLING_STATUS }
  next()
}

/** The same through the variant's product. */
function onlyOfSelling(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  const product = req.filterableFields.product as object | undefined
  req.filterableFields.product = { ...product, vendor: { status: SELLING_STATUS } }
  next()
}

export const storeProductMiddlewares: MiddlewareRoute[] = [
  // A wildcard runs before core's validator, an exact path after it.
  { matcher: "/store/products*", methods: ["GET"], middlewares: [allowVendorFields] },
  { matcher: "/store/products", methods: ["GET"], middlewares: [onlySelling, addVendorFields] },
  { matcher: "/store/products/:id", methods: ["GET"], middlewares: [onlySelling, addVendorFields] },
  { matcher: "/store/product-variants", methods: ["GET"], middlewares: [onlyOfSelling] },
  { matcher: "/store/product-variants/:id", methods: ["GET"], middlewares: [onlyOfSelling] },
]
