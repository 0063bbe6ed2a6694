import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import type { ProfilePatch } from "../../../modules/vendor/types"
import { assertTrustedImages } from "../../media/assert-trusted-images"

export type UpdateShopInput = {
  vendor_id: string
  patch: ProfilePatch
  /** Staff may name pictures anywhere. */
  by: "shop" | "staff"
}

export const updateShopStep = createStep(
  "update-shop",
  async ({ vendor_id, patch, by }: UpdateShopInput, { container }) => {
    const vendors = container.resolve<VendorModuleService>(VENDOR_MODULE)
    if (by === "shop") {
      const [shop] = await vendors.listVendors({ id: vendor_id }, { take: 1 })
      assertTrustedImages([patch.logo_url, patch.banner_url], [shop?.logo_url, shop?.banner_url])
    }
    const before = await vendors.updateProfile(vendor_id, patch)

    return new StepResponse({ before }, { vendor_id, before })
  },
  async (done, { container }) => {
    if (done) {
      await container
        .resolve<VendorModuleService>(VENDOR_MODULE)
        .updateVendors({ id: done.vendor_id, ...done.before })
    }
  }
)
