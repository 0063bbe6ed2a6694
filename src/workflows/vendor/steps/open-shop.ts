import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import type { CreateVendorInput } from "../../../modules/vendor/types"

export const openShopStep = createStep(
  "open-shop",
  async (input: CreateVendorInput, { container }) => {
    const vendor = await container.resolve<VendorModuleService>(VENDOR_MODULE).openShop(input)

    return new StepResponse(vendor, vendor.id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<VendorModuleService>(VENDOR_MODULE).removeShop(id)
    }
  }
)
