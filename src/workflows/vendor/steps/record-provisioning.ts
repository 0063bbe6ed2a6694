import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"

export type RecordProvisioningInput = {
  vendor_id: string
  shipping_profile_id: string
  stock_location_id: string
}

export const recordProvisioningStep = createStep(
  "record-vendor-provisioning",
  async ({ vendor_id, ...provisioned }: RecordProvisioningInput, { container }) => {
    const vendors = container.resolve<VendorModuleService>(VENDOR_MODULE)
    await vendors.updateVendors({ id: vendor_id, ...provisioned })

    return new StepResponse(provisioned, vendor_id)
  },
  async (vendorId, { container }) => {
    if (vendorId) {
      await container
        .resolve<VendorModuleService>(VENDOR_MODULE)
        .updateVendors({ id: vendorId, shipping_profile_id: null, stock_location_id: null })
    }
  }
)
