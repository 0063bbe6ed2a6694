import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notAllowed, notFound } from "../../lib/errors"
import { toMajorUnits } from "../../lib/money"
import { ACCESS_MODULE } from "../../modules/access"
import type AccessModuleService from "../../modules/access/service"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { REFUND_STATUS } from "./vendor-order-view"
import { cancelVendorOrderWorkflow } from "./workflows/cancel-vendor-order"

/** The vendor order of whatever shop, for staff and the order's own buyer. @throws not found */
export async function findVendorOrder(
  container: MedusaContainer,
  { id, order_id }: { id: string; order_id?: string }
) {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const [row] = id
    ? await service.listVendorOrders({ id, ...(order_id === undefined ? {} : { order_id }) }, { take: 1 })
    : []
  if (!row) {
    throw notFound(ErrorCode.VENDOR_ORDER_NOT_FOUND, `Vendor order ${id} was not found.`)
  }

  return row
}

/** The buyer calls a shop's part off, as far as the platform's policy lets buyers. */
export async function cancelAsBuyer(
  container: MedusaContainer,
  input: { order_id: string; vendor_order_id: string; reason: string }
) {
  const { id, vendor_id } = await findVendorOrder(container, {
    id: input.vendor_order_id,
    order_id: input.order_id,
  })
  const settings = await container.resolve<AccessModuleService>(ACCESS_MODULE).readSettings()
  if (settings.buyer_cancel === "never") {
    throw notAllowed(
      ErrorCode.VENDOR_ORDER_TRANSITION_REFUSED,
      "Orders are not canceled by their buyers here: ask the shop."
    )
  }
  await cancelVendorOrderWorkflow(container).run({
    input: {
      vendor_id,
      vendor_order_id: id,
      actor: "buyer",
      reason: input.reason,
      canceled_by: "buyer",
      reason_code: "canceled_by_buyer",
      is_before_confirmation: true,
    },
  })

  return canceledView(container, id)
}

/** Staff call a shop's part off. */
export async function cancelAsStaff(
  container: MedusaContainer,
  input: { vendor_id: string; vendor_order_id: string; actor: string; reason: string }
) {
  await cancelVendorOrderWorkflow(container).run({
    input: { ...input, canceled_by: "staff", reason_code: "canceled_by_staff" },
  })

  return canceledView(container, input.vendor_order_id)
}

async function canceledView(container: MedusaContainer, id: string) {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const row = await findVendorOrder(container, { id })
  const cancellation = (await service.cancellationsOf(row.order_id)).find(
    ({ vendor_order_id }) => vendor_order_id === id
  )

  return {
    id,
    display_number: row.display_number,
    status: row.status,
    currency_code: row.currency_code,
    cancellation: cancellation && {
      reason: cancellation.reason,
      refund_amount: toMajorUnits(cancellation.amount_minor, row.currency_code),
      refund_status: REFUND_STATUS[cancellation.stage],
    },
  }
}
