import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, invalidData, notFound } from "../../../lib/errors"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import {
  type AskedItem,
  type FulfilmentPlan,
  planFulfilment,
} from "../../../modules/vendor-order/domain/fulfilment"
import type { SoldLine } from "../../../modules/vendor-order/types"
import { loadVendorOrder, type VendorOrderRef } from "../load-vendor-order"
import { assertServable } from "../read-order-state"
import { carriersOf, type Tracking, toLabels } from "../tracking"

export type PlanFulfilmentInput = VendorOrderRef & {
  items: AskedItem[]
  tracking: Tracking[]
  is_shipped: boolean
}

/** What core is to pack: the shop's goods, from where they are reserved, with the shop's own delivery option. */
export const planFulfilmentStep = createStep(
  "plan-vendor-fulfilment",
  async (input: PlanFulfilmentInput, { container }) => {
    const { vendor_order, lines, order } = await loadVendorOrder(container, input)
    // Whose line it is comes first: the state of an order says nothing about another shop's ids.
    const plan = planFulfilment(input.items, lines)
    assertPlanned(plan)
    assertServable(order, vendor_order)
    const labels = toLabels(input.tracking)

    return new StepResponse({
      fulfilment: {
        order_id: vendor_order.order_id,
        items: plan.items,
        labels: input.is_shipped ? [] : labels,
        location_id: await locationOf(container, plan.items),
        shipping_option_id: await optionOf(container, input.vendor_id, lines),
        created_by: input.actor,
        metadata: carriersOf(input.tracking),
      },
      shipment_labels: labels,
    })
  }
)

function assertPlanned(plan: FulfilmentPlan): asserts plan is Extract<FulfilmentPlan, { is_allowed: true }> {
  if (plan.is_allowed) {
    return
  }
  if (plan.reason === "line_unknown") {
    throw notFound(
      ErrorCode.VENDOR_ORDER_LINE_NOT_FOUND,
      `Line ${plan.line_id} was not found among the goods of this order.`
    )
  }
  throw invalidData(
    ErrorCode.VENDOR_ORDER_QUANTITY_REFUSED,
    `Of "${plan.title}" there are ${plan.left} left to pack.`
  )
}

/** Where the goods were reserved; undefined for goods without stock, which leave from the option's own location. */
async function locationOf(container: MedusaContainer, items: { id: string }[]): Promise<string | undefined> {
  const reservations = await container
    .resolve(Modules.INVENTORY)
    .listReservationItems({ line_item_id: items.map(({ id }) => id) })
  const [location, other] = new Set(reservations.map(({ location_id }) => location_id))
  if (other) {
    throw invalidData(
      ErrorCode.VENDOR_ORDER_LOCATIONS_DIFFER,
      "These goods lie in different places: pack those of one place at a time."
    )
  }

  return location
}

/** The option that the buyer chose of this shop, or, where it is gone or was none, another one of the shop. */
async function optionOf(
  container: MedusaContainer,
  vendorId: string,
  lines: SoldLine[]
): Promise<string | undefined> {
  const vendor = await container.resolve<VendorModuleService>(VENDOR_MODULE).retrieveVendor(vendorId)
  if (!vendor.shipping_profile_id) {
    return undefined
  }
  const options = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingOptions(
      { shipping_profile_id: vendor.shipping_profile_id },
      { select: ["id"], order: { id: "ASC" }, take: 100 }
    )
  const chosen = lines.find(({ kind }) => kind === "shipping")?.shipping_option_id

  return options.find(({ id }) => id === chosen)?.id ?? options[0]?.id
}
