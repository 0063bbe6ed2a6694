import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notFound } from "../../lib/errors"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import type { ShopReturnFilters } from "../../modules/vendor-order/types"

/** Returns with something of the shop in them, and of each the shop's items alone. */
export async function listVendorReturns(
  container: MedusaContainer,
  filters: ShopReturnFilters,
  page: { take: number; skip: number; is_ascending: boolean }
) {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const { returns, count } = await service.listReturnsOfVendor(filters, page)

  return { returns, count, offset: page.skip, limit: page.take }
}

/** @throws not found for a return without anything of the shop */
export async function retrieveVendorReturn(
  container: MedusaContainer,
  filters: { vendor_id: string; id: string }
) {
  const { returns } = await listVendorReturns(container, filters, { take: 1, skip: 0, is_ascending: false })
  const [found] = returns
  if (!found) {
    throw notFound(ErrorCode.VENDOR_RETURN_NOT_FOUND, `Return ${filters.id} was not found.`)
  }

  return found
}
