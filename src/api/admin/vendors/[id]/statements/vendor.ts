import type { MedusaRequest } from "@medusajs/framework/http"
import { VENDOR_MODULE } from "../../../../../modules/vendor"
import type VendorModuleService from "../../../../../modules/vendor/service"

/** The id of the shop that the path names. @throws not found */
export async function knownVendor(req: MedusaRequest): Promise<string> {
  const vendors = req.scope.resolve<VendorModuleService>(VENDOR_MODULE)
  const { id } = await vendors.retrieveVendor(String(req.params.id), { select: ["id"] })

  return id
}
