import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notFound } from "../../../lib/errors"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"

export type UpdateLocationInput = {
  vendor_id: string
  location_id: string
  update: {
    name?: string
    address?: {
      address_1?: string
      address_2?: string | null
      company?: string | null
      city?: string | null
      province?: string | null
      postal_code?: string | null
      country_code?: string
      phone?: string | null
    }
  }
}

/** The stock location of this shop that core is asked to change. Reads only. */
export const planLocationUpdateStep = createStep(
  "plan-vendor-location-update",
  async ({ vendor_id, location_id, update }: UpdateLocationInput, { container }) => {
    const { locations } = await container
      .resolve<VendorModuleService>(VENDOR_MODULE)
      .findStockLocations(vendor_id, { id: location_id, take: 1, skip: 0 })
    if (!locations.length) {
      throw notFound(ErrorCode.STOCK_LOCATION_NOT_FOUND, `Stock location ${location_id} was not found.`)
    }

    return new StepResponse({ selector: { id: location_id }, update })
  }
)
