import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notFound } from "../../lib/errors"
import { boundVendor } from "../../lib/vendor-scope"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import type { ShopReturn, ShopReturnFilters } from "../../modules/vendor-order/types"
import { returnClock, returnDueAt } from "./return-due"

/** A return as its shop sees it, with when it goes on without the shop. */
export type ShopReturnView = Omit<ShopReturn, "moved_at"> & { due_at: Date | null }

/** Returns with something of the shop in them, and of each the shop's items alone. */
export async function listVendorReturns(
  container: MedusaContainer,
  filters: ShopReturnFilters,
  page: { take: number; skip: number; is_ascending: boolean }
): Promise<{ returns: ShopReturnView[]; count: number; offset: number; limit: number }> {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const [{ returns, count }, clock] = await Promise.all([
    service.listReturnsOfVendor(filters, page),
    returnClock(container, boundVendor(filters.vendor_id)),
  ])
  const shown = returns.map(({ moved_at, ...found }) => ({
    ...found,
    due_at: returnDueAt({ state: found.state, moved_at }, clock),
  }))

  return { returns: shown, count, offset: page.skip, limit: page.take }
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
