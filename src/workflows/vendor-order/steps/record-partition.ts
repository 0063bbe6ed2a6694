import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isPaidOnDelivery } from "../../../lib/pay-on-delivery"
import { VENDOR_ORDER_MODULE } from "../../../modules/vendor-order"
import { partitionOrder } from "../../../modules/vendor-order/domain/partition"
import type VendorOrderModuleService from "../../../modules/vendor-order/service"
import type { RecordedPartition } from "../../../modules/vendor-order/types"
import { decideCommission } from "../../commission/decide-commission"
import { reportPassedOver } from "../../commission/report-passed-over"
import { loadOrderFacts } from "./load-order-facts"

export type PartitionOrderInput = { order_id: string; cart_id?: string; payment_session_id?: string | null }

/** A partition as it travels between steps: checkpoints are JSON, so amounts are decimal strings of minor units. */
export type PartitionRecord = ReturnType<typeof toRecord>

export const recordPartitionStep = createStep(
  "record-order-partition",
  async (input: PartitionOrderInput, { container }) => {
    const vendorOrders = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
    const facts = await loadOrderFacts(container, input.order_id, vendorOrders.platform_rate_bps)
    const { commission, passed_over } = await decideCommission(container, facts.commission_lines, {
      at: facts.placed_at,
      currency_code: facts.currency_code,
    })

    const recorded = await vendorOrders.recordPartition({
      order_id: input.order_id,
      cart_id: input.cart_id,
      order_display_id: facts.order_display_id,
      placed_at: facts.placed_at,
      partition: partitionOrder({ ...facts, commission }),
      is_paid_on_delivery: await isPromised(container, input.payment_session_id),
    })
    await reportPassedOver(container, passed_over, facts.currency_code)

    return new StepResponse(toRecord(recorded), recorded.is_new ? recorded.order_id : undefined)
  },
  async (orderId, { container }) => {
    if (!orderId) {
      return
    }
    await container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE).removePartitionOf(orderId)
  }
)

function toRecord(recorded: RecordedPartition) {
  return {
    id: recorded.id,
    order_id: recorded.order_id,
    currency_code: recorded.currency_code,
    charged_minor: String(recorded.charged_minor),
    credit_minor: String(recorded.credit_minor),
    vendor_orders: recorded.vendor_orders.map((vendorOrder) => ({
      id: vendorOrder.id,
      vendor_id: vendorOrder.vendor_id,
      display_number: vendorOrder.display_number,
      total_minor: String(vendorOrder.total_minor),
      platform_discount_minor: String(vendorOrder.platform_discount_minor),
      commission_minor: String(vendorOrder.commission_minor),
      commission_tax_minor: String(vendorOrder.commission_tax_minor),
      withholding_minor: String(vendorOrder.withholding_minor),
      platform_tax_minor: String(vendorOrder.platform_tax_minor),
    })),
  }
}

/** The session is asked, not the payment: core may authorise it after the order is divided. */
async function isPromised(container: MedusaContainer, sessionId?: string | null): Promise<boolean> {
  const [session] = sessionId
    ? await container
        .resolve(Modules.PAYMENT)
        .listPaymentSessions({ id: sessionId }, { select: ["id", "provider_id"], take: 1 })
    : []

  return session !== undefined && isPaidOnDelivery(session.provider_id)
}
