import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, notFound } from "../../../lib/errors"
import { SELLING_STATUS } from "../../../modules/vendor/domain/vendor-status"

/** A shop by its handle. One that does not sell is not found, like one that does not exist. */
export async function retrieveSellingVendor(container: MedusaContainer, handle: string, fields: string[]) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "vendor",
    fields,
    filters: { handle, status: SELLING_STATUS },
  })
  const [vendor] = data
  if (!vendor) {
    throw notFound(ErrorCode.VENDOR_NOT_FOUND, `There is no shop "${handle}".`)
  }

  return vendor
}
