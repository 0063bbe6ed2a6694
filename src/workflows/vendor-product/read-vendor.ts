import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notFound } from "../../lib/errors"
import { VENDOR_MODULE } from "../../modules/vendor"
import type VendorModuleService from "../../modules/vendor/service"

export async function readVendor(container: MedusaContainer, id: string) {
  const [vendor] = await container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .listVendors({ id: [id] }, { take: 1 })
  if (!vendor) {
    throw notFound(ErrorCode.VENDOR_NOT_FOUND, `Vendor ${id} was not found.`)
  }

  return vendor
}
