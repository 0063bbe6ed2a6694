import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { storeProductRoutesMiddlewares } from "@medusajs/medusa/api/store/products/middlewares"
import { SELLING_STATUS } from "../../../modules/vendor/domain/vendor-status"
import { validateAndTransformQuery } from "../../validate-request"
import { addVendorFields, allowVendorFields } from "../products/vendor-fields"
import { retrieveSellingVendor } from "./helpers"
import { listVendorsQueryConfig, retrieveVendorQueryConfig } from "./query-config"
import { StoreGetVendorParams, StoreGetVendorsParams } from "./validators"

/** Core's own chain for `GET /store/products`, taken from core so that it stays core's. */
const coreListMiddlewares = storeProductRoutesMiddlewares.find(
  ({ matcher }) => matcher === "/store/products"
)?.middlewares

if (!coreListMiddlewares?.length) {
  throw new Error("Medusa no longer exports the middlewares of GET /store/products: adapt this route")
}

async function onlyOfVendor(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) {
  const { id } = await retrieveSellingVendor(req.scope, req.params.handle ?? "", ["id"])
  // The status again: the shop may be suspended between the two queries.
  req.filterableFields.vendor = { id, status: SELLING_STATUS }
  next()
}

export const storeVendorMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/vendors",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(StoreGetVendorsParams, listVendorsQueryConfig)],
  },
  {
    matcher: "/store/vendors/:handle",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(StoreGetVendorParams, retrieveVendorQueryConfig)],
  },
  {
    matcher: "/store/vendors/:handle/products",
    methods: ["GET"],
    middlewares: [allowVendorFields, ...coreListMiddlewares, onlyOfVendor, addVendorFields],
  },
]
