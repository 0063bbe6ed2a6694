import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notAllowed, notFound } from "../../lib/errors"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type { ReturnFilters, ReturnPage, ReturnRecord } from "../../modules/vendor-order/after-sale-types"
import { MOST_RETURN_PHOTOS } from "../../modules/vendor-order/domain/return"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { storeImagesWorkflow } from "../media/workflows/store-images"

/** A return by its id, of the shop if one is named. @throws not found for another shop's */
export async function findCase(
  container: MedusaContainer,
  { return_id, vendor_id }: { return_id: string; vendor_id?: string }
): Promise<ReturnRecord> {
  const found = await container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE).findReturn(return_id)
  if (!found || (vendor_id !== undefined && found.vendor_id !== vendor_id)) {
    throw notFound(ErrorCode.VENDOR_RETURN_NOT_FOUND, `Return ${return_id} was not found.`)
  }

  return found
}

/** What its buyer sees of a return. */
const buyersReturn = (found: ReturnRecord) => ({
  id: found.return_id,
  order_id: found.order_id,
  vendor_order_id: found.vendor_order_id,
  state: found.state,
  reason: found.reason_code,
  note: found.note,
  photos: found.photos,
  items: found.items.map(({ id, title, quantity }) => ({ id, title, quantity })),
  decision_note: found.decision_note,
  carrier: found.carrier,
  tracking_number: found.tracking_number,
  moved_at: found.moved_at,
  created_at: found.created_at,
})

/** And staff, who know the shop's part of the order by its number. */
const staffReturn = (numbers: Map<string, string>) => (found: ReturnRecord) => ({
  ...buyersReturn(found),
  vendor_id: found.vendor_id,
  vendor_order_number: numbers.get(found.vendor_order_id) ?? "",
  decided_by: found.decided_by,
  refund_id: found.refund_request_id,
})

async function orderNumbers(
  container: MedusaContainer,
  returns: ReturnRecord[]
): Promise<Map<string, string>> {
  const id = [...new Set(returns.map(({ vendor_order_id }) => vendor_order_id))]
  const orders = id.length
    ? await container
        .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
        .listVendorOrders({ id }, { select: ["id", "display_number"] })
    : []

  return new Map(orders.map((order) => [order.id, order.display_number]))
}

/** @throws not found */
export async function retrieveCase(container: MedusaContainer, return_id: string) {
  const found = await findCase(container, { return_id })

  return staffReturn(await orderNumbers(container, [found]))(found)
}

export const retrieveBuyersReturn = async (container: MedusaContainer, return_id: string) =>
  buyersReturn(await findCase(container, { return_id }))

/** A page of the returns of one order, for its buyer. */
export async function listBuyersReturns(container: MedusaContainer, order_id: string, page: ReturnPage) {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const { returns, count } = await service.listReturnCases({ order_id }, page)

  return { returns: returns.map(buyersReturn), count, offset: page.skip, limit: page.take }
}

/** A page of all returns, for staff. */
export async function listCases(container: MedusaContainer, filters: ReturnFilters, page: ReturnPage) {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const { returns, count } = await service.listReturnCases(filters, page)

  return {
    returns: returns.map(staffReturn(await orderNumbers(container, returns))),
    count,
    offset: page.skip,
    limit: page.take,
  }
}

/** Pictures of what is wrong; few, and only while the shop has not decided. */
export async function addReturnPhotos(
  container: MedusaContainer,
  { return_id, images }: { return_id: string; images: string[] }
): Promise<void> {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const found = await findCase(container, { return_id })
  // Asked before the pictures are drawn anew, which is work, and once more with the row's own condition.
  const hasRoom = found.state === "requested" && found.photos.length + images.length <= MOST_RETURN_PHOTOS
  const urls = hasRoom ? await stored(container, images) : []
  if (!hasRoom || !(await service.addReturnPhotos(return_id, urls))) {
    throw notAllowed(
      ErrorCode.RETURN_REFUSED,
      `Up to ${MOST_RETURN_PHOTOS} pictures can be added, until the shop has decided.`
    )
  }
}

async function stored(container: MedusaContainer, images: string[]): Promise<string[]> {
  const { result } = await storeImagesWorkflow(container).run({ input: { images } })

  return result.map(({ url }) => url)
}
