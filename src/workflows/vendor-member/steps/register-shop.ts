import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import type { RegisterShopInput } from "../../../modules/vendor/types"

export const registerShopStep = createStep(
  "register-shop",
  async (input: RegisterShopInput, { container }) => {
    const registered = await container.resolve<VendorModuleService>(VENDOR_MODULE).registerShop(input)

    return new StepResponse(registered, registered.is_new ? registered.vendor.id : null)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<VendorModuleService>(VENDOR_MODULE).removeShop(id)
    }
  }
)
