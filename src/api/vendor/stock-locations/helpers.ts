import type { MedusaRequest } from "@medusajs/framework/http"
import { ErrorCode, notFound } from "../../../lib/errors"
import { rowsOf } from "../../../lib/list-params"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import { boundVendorId } from "../context"
import type { VendorGetStockLocationsParamsType } from "./validators"

const vendors = (req: MedusaRequest) => req.scope.resolve<VendorModuleService>(VENDOR_MODULE)

export async function listStockLocations(req: MedusaRequest) {
  // Validated by the middleware of this very route.
  const query = req.validatedQuery as unknown as VendorGetStockLocationsParamsType
  const { locations, count } = await vendors(req).findStockLocations(boundVendorId(req), rowsOf(query))

  return { stock_locations: locations, count, offset: query.offset, limit: query.limit }
}

/** A stock location of the bound shop. */
export async function retrieveStockLocation(req: MedusaRequest, id: string) {
  const { locations } = await vendors(req).findStockLocations(boundVendorId(req), { id, take: 1, skip: 0 })
  const [location] = locations
  if (!location) {
    throw notFound(ErrorCode.STOCK_LOCATION_NOT_FOUND, `Stock location ${id} was not found.`)
  }

  return location
}
