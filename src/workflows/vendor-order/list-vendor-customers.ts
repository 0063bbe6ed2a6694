import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notFound } from "../../lib/errors"
import { toMajorUnits } from "../../lib/money"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import type {
  Paging,
  ShopCustomer,
  ShopCustomerFilters,
  ShopCustomerSort,
} from "../../modules/vendor-order/types"
import { orderSummary } from "./vendor-order-view"

const SHOWN_ORDERS = 100

/** People who bought in a shop; nothing by which they could be written to. */
export async function listVendorCustomers(
  container: MedusaContainer,
  filters: ShopCustomerFilters,
  page: Paging<ShopCustomerSort>
) {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const { customers, count } = await service.listCustomersOfVendor(filters, page)

  return { customers: customers.map(customerView), count, offset: page.skip, limit: page.take }
}

/** One of them, with the latest orders in this very shop. @throws not found for whoever did not buy here */
export async function retrieveVendorCustomer(
  container: MedusaContainer,
  { vendor_id, id }: { vendor_id: string; id: string }
) {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const found = await service.findCustomerOfVendor(vendor_id, id)
  if (!found) {
    throw notFound(ErrorCode.VENDOR_CUSTOMER_NOT_FOUND, `Customer ${id} was not found.`)
  }
  const shown = found.vendor_order_ids.slice(0, SHOWN_ORDERS)
  const orders = await service.listOfVendor({ vendor_id, ids: shown }, { take: SHOWN_ORDERS, skip: 0 })

  return { ...customerView(found.customer), orders: orders.vendor_orders.map(orderSummary) }
}

const customerView = ({ spent, ...customer }: ShopCustomer) => ({
  ...customer,
  spent: spent.map(({ currency_code, amount_minor }) => ({
    currency_code,
    amount: toMajorUnits(amount_minor, currency_code),
  })),
})
