import type { MiddlewareRoute } from "@medusajs/framework/http"
import { NoParams } from "../../../lib/list-params"
import { validateAndTransformBody, validateAndTransformQuery } from "../../validate-request"
import { VendorCreatePromotion, VendorGetPromotionsParams, VendorUpdatePromotion } from "./validators"

export const vendorPromotionMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/vendor/promotions",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(VendorGetPromotionsParams, { isList: true })],
  },
  {
    matcher: "/vendor/promotions",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorCreatePromotion)],
  },
  {
    matcher: "/vendor/promotions/:id",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(NoParams, { isList: false })],
  },
  {
    matcher: "/vendor/promotions/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(VendorUpdatePromotion)],
  },
]
