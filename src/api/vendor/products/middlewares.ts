import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformBody, validateAndTransformQuery } from "../../validate-request"
import {
  listProductsQueryConfig,
  listVariantsQueryConfig,
  retrieveProductQueryConfig,
  retrieveVariantQueryConfig,
} from "./query-config"
import { refusePrices } from "./refuse-prices"
import {
  VendorCreateOption,
  VendorCreateProduct,
  VendorCreateVariant,
  VendorGetProductParams,
  VendorGetProductsParams,
  VendorGetVariantsParams,
  VendorSubmitProduct,
  VendorUpdateOption,
  VendorUpdateProduct,
  VendorUpdateVariant,
} from "./validators"

const PRODUCTS = "/vendor/products"
const PRODUCT = `${PRODUCTS}/:id`
const VARIANTS = `${PRODUCT}/variants`
const VARIANT = `${VARIANTS}/:variant_id`
const OPTIONS = `${PRODUCT}/options`

const get = (
  matcher: string,
  ...validator: Parameters<typeof validateAndTransformQuery>
): MiddlewareRoute => ({
  matcher,
  methods: ["GET"],
  middlewares: [validateAndTransformQuery(...validator)],
})

const post = (matcher: string, schema: Parameters<typeof validateAndTransformBody>[0]): MiddlewareRoute => ({
  matcher,
  methods: ["POST"],
  middlewares: [validateAndTransformBody(schema), refusePrices],
})

export const vendorProductMiddlewares: MiddlewareRoute[] = [
  get(PRODUCTS, VendorGetProductsParams, listProductsQueryConfig),
  get(PRODUCT, VendorGetProductParams, retrieveProductQueryConfig),
  get(VARIANTS, VendorGetVariantsParams, listVariantsQueryConfig),
  get(VARIANT, VendorGetProductParams, retrieveVariantQueryConfig),
  post(PRODUCTS, VendorCreateProduct),
  post(PRODUCT, VendorUpdateProduct),
  post(`${PRODUCT}/submit`, VendorSubmitProduct),
  post(`${PRODUCT}/duplicate`, VendorSubmitProduct),
  post(VARIANTS, VendorCreateVariant),
  post(VARIANT, VendorUpdateVariant),
  post(OPTIONS, VendorCreateOption),
  post(`${OPTIONS}/:option_id`, VendorUpdateOption),
]
